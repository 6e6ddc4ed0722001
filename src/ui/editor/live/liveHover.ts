import { isAboutService } from '../../../taskdef/document/content.ts';
import {
  type CancellationToken,
  Hover,
  type HoverProvider,
  l10n,
  MarkdownString,
  type Position,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Verdict } from '../../../verify/accountFinding.ts';
import { type Answer, lookUp } from '../../../verify/lookUp.ts';
import { type AccountClaim, accountClaims } from '../../../taskdef/register/accountClaims.ts';
import { plainMarkdown } from '../../../ecs/text/visibleText.ts';
import { abortSignalOf } from '../../common/cancellation.ts';
import type { FileConnections } from '../status/fileConnections.ts';
import { LookUps } from './lookUps.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

/**
 * What an image, role, log group or secret is in the account. It stands beside the hover that needs no account, so that
 * VS Code shows that one without waiting. Only an account that is in use is asked: pointing at something signs nobody in.
 */
export class LiveHover implements HoverProvider {
  readonly #connections: FileConnections;
  readonly #lookUps = new LookUps(lookUp);

  constructor(connections: FileConnections) {
    this.#connections = connections;
  }

  async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    if (!workspace.isTrusted || !isOurs(document)) return undefined;
    const connection = this.#connections.get(document.uri);
    const claim = connection && claimAt(document, position);
    if (!claim) return undefined;
    const range = toRange(document, claim.at);
    try {
      const answer = await this.#lookUps.get(connection, claim, abortSignalOf(token));
      const text = describe(connection, answer);
      return text && new Hover(text, range);
    } catch {
      // Cancelled, or the credentials have expired: whoever asks for something on purpose hears of it.
      return undefined;
    }
  }
}

function claimAt(document: TextDocument, position: Position): AccountClaim | undefined {
  const { source, kind } = readDocument(document);
  if (isAboutService(kind)) return undefined;
  const offset = document.offsetAt(position);
  return accountClaims(source).find(({ at }) => at.offset <= offset && offset <= at.offset + at.length);
}

const icons: Record<Verdict['severity'], string> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

function describe({ profileLabel, region }: Connection, { facts, verdicts }: Answer): MarkdownString | undefined {
  if (facts.length + verdicts.length === 0) return undefined;
  const heading = `**${plainMarkdown(l10n.t('In account of profile {0}, {1}', profileLabel, region))}**`;
  const judged = verdicts.map(({ severity, message }) => `${icons[severity]} ${plainMarkdown(message)}`);
  const list = facts.map((fact) => `- ${plainMarkdown(fact)}`).join('\n');
  return new MarkdownString([heading, ...judged, list].join('\n\n'), true);
}
