import type { ServiceRevision } from '@aws-sdk/client-ecs';
import { commands, type Disposable, l10n, type WebviewPanel } from 'vscode';
import { fetchServiceRevisions } from '../../aws/read/serviceDeployments.ts';
import { fetchTargetHealth, type TargetGroupHealth } from '../../aws/read/targetHealth.ts';
import type { RolloutSample } from '../../aws/watch/watchRollout.ts';
import { isOver } from '../../ecs/deployment/rollout.ts';
import type { CommandId } from '../../manifest.ts';
import { describeAwsError } from '../common/errorText.ts';
import { isCancellation, reportError } from '../common/reportError.ts';
import type { Workbench } from '../common/workbench.ts';
import { answerHook } from './answerHook.ts';
import type { FollowedDeployment } from './followedDeployment.ts';
import { endText, progressText } from './rolloutText.ts';
import type { DeploymentSummary } from './deploymentSummary.ts';
import { deploymentPage } from './deploymentPage.ts';
import { FailureCollector } from './failureCollector.ts';
import { renderDeployment } from './renderDeployment.ts';

interface PageMessage {
  action: 'ready' | 'logs' | 'rollBack' | 'continue' | 'rollBackHook';
  hook?: string;
}

/** Shows one deployment in a webview: a tree has no room for log lines, a chart and traffic side by side. */
export class DeploymentPanel implements Disposable {
  readonly #workbench: Workbench;
  readonly #panel: WebviewPanel;
  readonly #followed: FollowedDeployment;
  readonly #failures: FailureCollector;
  readonly #closing = new AbortController();
  readonly #subscriptions: Disposable[];
  #health: TargetGroupHealth[] = [];
  #revisions: ServiceRevision[] = [];

  constructor(workbench: Workbench, panel: WebviewPanel, followed: FollowedDeployment) {
    this.#workbench = workbench;
    this.#panel = panel;
    this.#followed = followed;
    this.#failures = new FailureCollector(followed);
    const { serviceName, revision } = followed.deployment;
    panel.title = l10n.t('{0} → {1}', revision, serviceName);
    this.#subscriptions = [
      followed.onDidSample((sample) => void this.#take(sample)),
      panel.webview.onDidReceiveMessage((message: PageMessage) => void this.#act(message)),
    ];
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.html = deploymentPage(panel.title);
    followed.follow().catch((error: unknown) => {
      if (!isCancellation(error)) workbench.log.error(String(error));
    });
  }

  dispose(): void {
    this.#closing.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Shows what is known at once, then what more there is to learn from this look. */
  async #take(sample: RolloutSample): Promise<void> {
    this.#show(sample);
    const { service, record } = sample;
    if (sample.problem || !service) return;
    const { connection } = this.#followed;
    const { signal } = this.#closing;
    try {
      const [health, revisions] = await Promise.all([
        fetchTargetHealth(connection, service, signal),
        this.#revisions.length > 0 || !record ? this.#revisions : this.#fetchRevisions(record, signal),
        this.#failures.sample(service, signal),
      ]);
      this.#health = health;
      this.#revisions = revisions;
      this.#show(sample);
    } catch (error) {
      if (!isCancellation(error)) this.#workbench.log.warn(String(error));
    }
  }

  #fetchRevisions(record: NonNullable<RolloutSample['record']>, signal: AbortSignal): Promise<ServiceRevision[]> {
    const all = [...(record.sourceServiceRevisions ?? []), record.targetServiceRevision];
    const arns = all.flatMap((one) => one?.arn ?? []);
    return arns.length > 0 ? fetchServiceRevisions(this.#followed.connection, arns, signal) : Promise.resolve([]);
  }

  #show(sample: RolloutSample): void {
    const { deployment } = this.#followed;
    // A webview of VS Code takes no origin; the rule means windows of a browser.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    void this.#panel.webview.postMessage({ sections: renderDeployment(this.#facts(sample)), state: deployment });
  }

  #facts(sample: RolloutSample): DeploymentSummary {
    const { deployment, samples, names, lastSeen, stage, connection } = this.#followed;
    return {
      deployment,
      sample,
      samples,
      names,
      lastSeen,
      stage,
      failures: this.#failures.failures,
      health: this.#health,
      revisions: this.#revisions,
      problem: sample.problem && describeAwsError(sample.problem, { region: connection.region }).message,
      headline: isOver(sample.rollout) ? endText(sample, deployment) : progressText(sample),
      now: Date.now(),
    };
  }

  async #act({ action, hook = '' }: PageMessage): Promise<void> {
    const { target, last } = this.#followed;
    const logs: CommandId = 'ecs.streamLogs';
    const rollBack: CommandId = 'ecs.rollBack';
    if (action === 'ready' && last) await this.#take(last);
    else if (action === 'logs') await commands.executeCommand(logs, { resource: target });
    else if (action === 'rollBack') await commands.executeCommand(rollBack, { resource: target });
    else if (action === 'continue') await this.#answer(hook, 'CONTINUE');
    else if (action === 'rollBackHook') await this.#answer(hook, 'ROLLBACK');
  }

  async #answer(hookId: string, action: 'CONTINUE' | 'ROLLBACK'): Promise<void> {
    try {
      await answerHook(this.#followed, hookId, action);
    } catch (error) {
      reportError(this.#workbench.log, l10n.t('The lifecycle hook was not answered.'), error);
    }
  }
}
