import type { ServiceRevision } from '@aws-sdk/client-ecs';
import { commands, type Disposable, l10n } from 'vscode';
import { fetchServiceRevisions } from '../../../aws/read/serviceDeployments.ts';
import { fetchTargetHealth, type TargetGroupHealth } from '../../../aws/read/targetHealth.ts';
import type { RolloutSample } from '../../../aws/watch/watchRollout.ts';
import { isOver } from '../../../ecs/deployment/rollout.ts';
import type { CommandId } from '../../../manifest.ts';
import { describeAwsError } from '../../common/errorText.ts';
import { isCancellation, reportError } from '../../common/reportError.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { PanelContent, Show } from '../../webview/panelKind.ts';
import { answerHook } from '../answerHook.ts';
import type { FollowedDeployment } from '../followedDeployment.ts';
import { endText, progressText } from '../rolloutText.ts';
import { deploymentModel } from './deploymentModel.ts';
import type { DeploymentAction, DeploymentModel } from './deploymentProtocol.ts';
import type { DeploymentSummary } from './deploymentSummary.ts';
import { FailureCollector } from './failureCollector.ts';

/** Shows one deployment in a webview: a tree has no room for log lines, a chart and traffic side by side. */
export class DeploymentPanel implements PanelContent<DeploymentAction> {
  readonly #workbench: Workbench;
  readonly #followed: FollowedDeployment;
  readonly #show: Show<DeploymentModel>;
  readonly #failures: FailureCollector;
  readonly #closing = new AbortController();
  readonly #subscription: Disposable;
  #health: TargetGroupHealth[] = [];
  #revisions: ServiceRevision[] = [];

  constructor(workbench: Workbench, followed: FollowedDeployment, show: Show<DeploymentModel>) {
    this.#workbench = workbench;
    this.#followed = followed;
    this.#show = show;
    this.#failures = new FailureCollector(followed);
    this.#subscription = followed.onDidSample((sample) => void this.#take(sample));
    followed.follow().catch((error: unknown) => {
      if (!isCancellation(error)) workbench.log.error(String(error));
    });
  }

  dispose(): void {
    this.#closing.abort();
    this.#subscription.dispose();
  }

  onReady(): void {
    if (this.#followed.last) void this.#take(this.#followed.last);
  }

  onAction(action: DeploymentAction): void {
    void this.#act(action);
  }

  /** Shows what is known at once, then what more there is to learn from this look. */
  async #take(sample: RolloutSample): Promise<void> {
    this.#show(deploymentModel(this.#facts(sample)), this.#followed.deployment);
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
      this.#show(deploymentModel(this.#facts(sample)), this.#followed.deployment);
    } catch (error) {
      if (!isCancellation(error)) this.#workbench.log.warn(String(error));
    }
  }

  #fetchRevisions(record: NonNullable<RolloutSample['record']>, signal: AbortSignal): Promise<ServiceRevision[]> {
    const all = [...(record.sourceServiceRevisions ?? []), record.targetServiceRevision];
    const arns = all.flatMap((one) => one?.arn ?? []);
    return arns.length > 0 ? fetchServiceRevisions(this.#followed.connection, arns, signal) : Promise.resolve([]);
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

  async #act(action: DeploymentAction): Promise<void> {
    const { target } = this.#followed;
    const logs: CommandId = 'ecs.streamLogs';
    const rollBack: CommandId = 'ecs.rollBack';
    switch (action.name) {
      case 'streamLogs':
        return commands.executeCommand(logs, { resource: target });
      case 'rollBack':
        return commands.executeCommand(rollBack, { resource: target });
      case 'answerHook':
        return this.#answer(action.hookId, action.answer);
    }
  }

  async #answer(hookId: string, answer: 'CONTINUE' | 'ROLLBACK'): Promise<void> {
    try {
      await answerHook(this.#followed, hookId, answer);
    } catch (error) {
      reportError(this.#workbench.log, l10n.t('The lifecycle hook was not answered.'), error);
    }
  }
}
