import { blueGreen } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const hook = {
  hookTargetArn: 'arn:aws:lambda:eu-central-1:123456789012:function:check-shop',
  roleArn: 'arn:aws:iam::123456789012:role/ecsHooks',
  lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
};
const hooked = (changes: object): object => blueGreen({ lifecycleHooks: [{ ...hook, ...changes }] });
const pause = { targetType: 'PAUSE', hookTargetArn: undefined, roleArn: undefined };

export const cases: RuleCase[] = [
  {
    breaks: hooked({ hookTargetArn: undefined }),
    at: '{',
    says: /no hookTargetArn/,
    holds: hooked({}),
  },
  {
    about: 'another resource',
    breaks: hooked({ hookTargetArn: 'arn:aws:sns:eu-central-1:123456789012:check-shop' }),
    at: '"arn:aws:sns',
    says: /not the ARN of a Lambda function/,
    holds: hooked({ hookTargetArn: `${hook.hookTargetArn}:live` }),
  },
  {
    about: 'no role',
    breaks: hooked({ roleArn: undefined }),
    at: '{',
    says: /no roleArn/,
    severity: 'warning',
    holds: hooked(pause),
  },
  {
    about: 'no stages',
    breaks: hooked({ lifecycleStages: [] }),
    at: '"lifecycleStages"',
    says: /would never run/,
    holds: hooked({ lifecycleStages: ['PRE_SCALE_UP'] }),
  },
  {
    about: 'a pause with a function',
    breaks: hooked({ targetType: 'PAUSE' }),
    at: '"hookTargetArn"',
    says: /calls nothing/,
    severity: 'warning',
    holds: hooked({ targetType: 'AWS_LAMBDA' }),
    fix: true,
  },
];
