import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { type PortUse, portMappings } from '../../facts/ports.ts';
import type { Report, Rule } from '../../rule/rule.ts';
import type { Task } from '../../document/task.ts';

const mostPorts = 100;

interface Span {
  low: number;
  high: number;
  use: PortUse;
  node: Node;
}

export const portRange: Rule = {
  id: 'TD04B',
  severity: 'error',
  title: 'A container port range is low-high, at most 100 ports, without overlap, and not beside single ports.',
  link: links.portMapping,
  says: "Invalid 'containerPortRange' setting for container 'x'.",
  check(task, report) {
    const spans: Span[] = [];
    for (const use of portMappings(task)) {
      const { value, node } = use.mapping.str('containerPortRange');
      if (value === undefined || !node) continue;
      checkPlace(task, use, node, report);
      const [, low, high] = /^(\d+)-(\d+)$/.exec(value) ?? [];
      if (low === undefined || high === undefined) {
        report({ at: node, message: l10n.t('"{0}" is not a range of ports: write "first-last".', value) });
      } else checkBounds(task, { low: Number(low), high: Number(high), use, node }, spans, report);
    }
    checkOverlaps(task, spans, report);
  },
};

function checkPlace(task: Task, { mapping }: PortUse, node: Node, report: Report): void {
  const single = mapping.member('containerPort').missing ? mapping.member('hostPort') : mapping.member('containerPort');
  if (single.node && !single.missing) {
    report({
      at: node,
      message: l10n.t('A port mapping cannot specify both a single port and a port range.'),
      fixes: [removeFix(task.document, single.node, `"${String(single.key?.value)}"`, false)],
    });
  }
  if (task.networkMode === 'host')
    report({ at: node, message: l10n.t('Port ranges work with network mode bridge and awsvpc, not host.') });
}

function checkBounds(task: Task, span: Span, spans: Span[], report: Report): void {
  const { low, high, node } = span;
  if (low > high) {
    report({
      at: node,
      message: l10n.t("Invalid 'containerPortRange' setting: {0} is above {1}.", low, high),
      fixes: [changeFix(task.document, node, `${high}-${low}`)],
    });
  } else if (low < 1 || high > 65_535)
    report({ at: node, message: l10n.t('Ports are 1 to 65535; the range is {0} to {1}.', low, high) });
  else if (high - low + 1 > mostPorts)
    report({
      at: node,
      message: l10n.t('The range has {0} ports; a container may have {1}.', high - low + 1, mostPorts),
    });
  else spans.push(span);
}

function checkOverlaps(task: Task, spans: readonly Span[], report: Report): void {
  const shared = task.networkMode === 'awsvpc' || task.networkMode === 'host';
  const singles = portMappings(task);
  for (const [i, span] of spans.entries()) {
    const near = (use: PortUse): boolean =>
      use.protocol === span.use.protocol && (shared || use.container === span.use.container);
    const clash = spans
      .slice(0, i)
      .some((other) => near(other.use) && other.low <= span.high && span.low <= other.high);
    const single = singles.find(
      (use) =>
        // A single port beside the range in one mapping is another mistake.
        use.mapping.node !== span.use.mapping.node &&
        use.containerPort !== undefined &&
        near(use) &&
        use.containerPort >= span.low &&
        use.containerPort <= span.high,
    );
    if (clash || single)
      report({
        at: span.node,
        message: l10n.t(
          'container port is used multiple times in task: the range {0}-{1} overlaps another mapping.',
          span.low,
          span.high,
        ),
      });
  }
}
