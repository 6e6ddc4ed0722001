import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import type { Fields } from '../../document/fields.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

const lambdaArn = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

export const lifecycleHook: Rule<Service> = {
  id: 'SD06G',
  severity: 'error',
  title: 'A lifecycle hook has stages and, unless it is a pause, a Lambda function and a role to call it.',
  link: links.lifecycleHooks,
  check({ fields }, report) {
    for (const hook of fields.fields('deploymentConfiguration').list('lifecycleHooks').fields()) {
      const at = { offset: hook.node!.offset, length: 1 };
      const stages = hook.list('lifecycleStages');
      if (stages.empty)
        report({ at: stages.key ?? at, message: l10n.t('The hook has no lifecycleStages: it would never run.') });
      const type = hook.str('targetType');
      if (type.value === 'PAUSE') checkPause(hook, report);
      else if (type.missing || type.value === 'AWS_LAMBDA') checkFunction(hook, report);
    }
  },
};

function checkFunction(hook: Fields, report: Report): void {
  const at = { offset: hook.node!.offset, length: 1 };
  const target = hook.str('hookTargetArn');
  if (target.missing)
    report({ at, message: l10n.t('The hook has no hookTargetArn: the ARN of the Lambda function that it calls.') });
  else if (target.value !== undefined && target.node && !lambdaArn.test(target.value))
    report({
      at: target.node,
      message: l10n.t(
        'hookTargetArn is not the ARN of a Lambda function: arn:aws:lambda:eu-west-1:123456789012:function:name.',
      ),
    });
  if (hook.member('roleArn').missing)
    report({
      at,
      severity: 'warning',
      message: l10n.t('The hook has no roleArn: ECS needs a role to call the function.'),
    });
}

function checkPause(hook: Fields, report: Report): void {
  for (const name of ['hookTargetArn', 'roleArn', 'hookDetails']) {
    const { key, node, missing } = hook.member(name);
    if (missing || !key || !node) continue;
    report({
      at: key,
      severity: 'warning',
      message: l10n.t('A pause calls nothing: {0} has no effect.', name),
      fixes: [removeFix(hook.document, node, `"${name}"`)],
    });
  }
}
