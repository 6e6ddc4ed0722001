import { InlayHint, type InlayHintsProvider } from 'vscode';
import { inlayHints } from '../../../taskdef/reading/inlayHints.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';

/** What sizes mean, behind them. */
export const hints: InlayHintsProvider = {
  provideInlayHints(document, range) {
    if (!isOurs(document)) return [];
    return inlayHints(readDocument(document).source).flatMap(({ offset, text }) => {
      const position = document.positionAt(offset);
      if (!range.contains(position)) return [];
      const hint = new InlayHint(position, text);
      hint.paddingLeft = true;
      return [hint];
    });
  },
};
