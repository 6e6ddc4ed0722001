import { DocumentLink, type DocumentLinkProvider, Uri } from 'vscode';
import { documentLinks } from '../../../taskdef/reading/documentLinks.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

/** Images, roles, secrets, log groups and file systems open their pages. */
export const links: DocumentLinkProvider = {
  provideDocumentLinks(document) {
    if (!isOurs(document)) return [];
    return documentLinks(readDocument(document).source).map(({ range, target, tooltip }) => {
      const link = new DocumentLink(toRange(document, range), Uri.parse(target));
      link.tooltip = tooltip;
      return link;
    });
  },
};
