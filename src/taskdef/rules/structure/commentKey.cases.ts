import { container, fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ _comment: 'the shop' }),
    at: '"_comment"',
    says: /"_comment" is meant as a comment: JSON has none/,
    holds: fargate(),
    fix: /^(?![^]*_comment)/,
  },
  {
    about: 'at every level',
    breaks: fargate({
      '//': 'a',
      containerDefinitions: [{ ...container, '# note': 'b', portMappings: [{ containerPort: 80, $comment: 'c' }] }],
    }),
    at: '"//"',
    says: /"\/\/" is meant as a comment/,
    holds: fargateContainer({ dockerLabels: { _comment: 'a label' } }),
    fix: /^(?![^]*(?:note|\$comment|"\/\/))/,
  },
  {
    about: 'with marks that a template has too',
    breaks: fargate({ __comment__: 'a' }),
    at: '"__comment__"',
    says: /is meant as a comment/,
    holds: fargate({ __MEMBER__: 'a' }),
    fix: true,
  },
  {
    about: 'for a tool that leaves it out',
    breaks: fargateContainer({ _note: 'a' }),
    at: '"_note"',
    context: { tool: 'github-action' },
    severity: 'info',
    says: /the tool that deploys this file leaves it out/,
    holds: fargateContainer({}),
    fix: true,
  },
  {
    about: 'in a service definition',
    kind: 'service',
    breaks: { serviceName: 'web', taskDefinition: 'shop', desiredCount: 1, comment: 'a' },
    at: '"comment"',
    says: /is meant as a comment/,
    holds: { serviceName: 'web', taskDefinition: 'shop', desiredCount: 1 },
    fix: true,
  },
  {
    about: 'a member that is put aside',
    breaks: fargate({ _networkMode: 'host' }),
    at: '"_networkMode"',
    says: /is meant as a comment/,
    holds: fargate(),
    fix: true,
  },
];
