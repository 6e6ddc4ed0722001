import { commands, env, l10n } from 'vscode';
import type { Task } from '@aws-sdk/client-ecs';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchStoppedTasks } from '../../../aws/read/stoppedTasks.ts';
import { fetchTasksByArn } from '../../../aws/read/tasks.ts';
import { askWhy, type Why } from '../../../diagnose/askWhy.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import type { Facts } from '../../../ecs/diagnosis/facts.ts';
import { failedTasks } from '../../../ecs/task/deploymentTasks.ts';
import { serviceNameOf } from '../../../ecs/task/serviceNameOf.ts';
import type { CommandId } from '../../../manifest.ts';
import { showInformation } from '../../common/messages.ts';
import { isCancellation, reportError } from '../../common/reportError.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { PanelContent, Show } from '../../webview/panelKind.ts';
import { arnOf, keptSubject, type WhySubject } from '../whySubject.ts';
import { whyMarkdown, whyModel } from './whyModel.ts';
import type { WhyAction, WhyModel } from './whyProtocol.ts';

/** Answers why, first by what is known and then by what is looked up; asks once, and not while nobody looks. */
export class WhyPanel implements PanelContent<WhyAction> {
  readonly #workbench: Workbench;
  readonly #subject: WhySubject;
  readonly #show: Show<WhyModel>;
  readonly #closing = new AbortController();
  #model: WhyModel | undefined;
  #why: Why;
  #isAsking = false;

  constructor(workbench: Workbench, subject: WhySubject, show: Show<WhyModel>) {
    this.#workbench = workbench;
    this.#subject = subject;
    this.#show = show;
    const { task, resource } = subject;
    const facts = { subject: resource.kind, now: Date.now(), task };
    this.#why = { facts, diagnosis: { answers: [], wants: [] }, isOpen: true };
  }

  onReady(): void {
    this.#render();
    if (!this.#isAsking) void this.#ask();
    this.#isAsking = true;
  }

  onAction({ name }: WhyAction): void {
    void this.#act(name);
  }

  dispose(): void {
    this.#closing.abort();
  }

  async #ask(): Promise<void> {
    const { connection } = this.#subject.resource;
    const { signal } = this.#closing;
    try {
      for await (const why of askWhy(connection, await this.#known(signal), signal)) {
        this.#why = why;
        this.#render();
      }
    } catch (error) {
      if (isCancellation(error)) return;
      this.#why = { ...this.#why, isOpen: false };
      this.#render();
      reportError(this.#workbench.log, l10n.t('Why cannot be said.'), error);
    }
  }

  #render(): void {
    const { resource, account } = this.#subject;
    const name = nameOfArn(arnOf(resource));
    this.#model = whyModel(this.#why, { account, region: resource.connection.region, name });
    this.#show(this.#model, keptSubject(this.#subject));
  }

  /** What the tree knows already, or one call tells. */
  async #known(signal: AbortSignal): Promise<Facts> {
    const { resource, task } = this.#subject;
    const now = Date.now();
    const { connection, clusterArn } = resource;
    if (resource.kind === 'service') {
      const service = await fetchService(connection, clusterArn, resource.serviceArn, signal);
      const query = { cluster: clusterArn, service: service.serviceName ?? '' };
      const stoppedTasks = await fetchStoppedTasks(connection, query, signal);
      const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
      const [failed] = failedTasks(stoppedTasks, primary?.id ?? '');
      return { subject: 'service', now, service, stoppedTasks, deploymentId: primary?.id, task: failed };
    }
    const found: Task | undefined =
      task ?? (await fetchTasksByArn(connection, clusterArn, [resource.taskArn], signal))[0];
    if (!found) throw new UserError(l10n.t('ECS no longer knows this task: it keeps stopped tasks for an hour.'));
    return { subject: 'task', now, task: { ...found, clusterArn: found.clusterArn ?? clusterArn } };
  }

  async #act(name: WhyAction['name']): Promise<void> {
    const { resource } = this.#subject;
    const run = (command: CommandId, target: unknown = resource): Thenable<unknown> =>
      commands.executeCommand(command, { resource: target });
    switch (name) {
      case 'openDefinition':
        return void run('ecs.openTaskDefinition');
      case 'copyPolicy':
        return void run('ecs.copyPolicy');
      case 'openLogs':
        return void run('ecs.openLogs');
      case 'openInConsole':
        return void run('ecs.openInConsole');
      case 'deployPrevious':
        return void run('ecs.rollBack', this.#service());
      case 'deployImage':
        return void run('ecs.deployImage', this.#service());
      case 'scale':
        return void run('ecs.scaleService', this.#service());
      case 'createLogGroup':
        return void commands.executeCommand(
          'ecs.createLogGroup' satisfies CommandId,
          resource.connection,
          this.#group(),
        );
      case 'copy':
        return this.#copy();
    }
  }

  /** The service that is asked about, or that the task belongs to. */
  #service(): ServiceResource | undefined {
    const { resource } = this.#subject;
    if (resource.kind === 'service') return resource;
    const { connection, clusterArn } = resource;
    const task = this.#why.facts.task;
    const name = task && serviceNameOf(task);
    const serviceArn = `${clusterArn.replace(':cluster/', ':service/')}/${name}`;
    return name === undefined ? undefined : { kind: 'service', connection, clusterArn, serviceArn };
  }

  #group(): string | undefined {
    const containers = this.#why.facts.definition?.containerDefinitions ?? [];
    return containers.map(({ logConfiguration }) => logConfiguration?.options?.['awslogs-group']).find(Boolean);
  }

  async #copy(): Promise<void> {
    if (this.#model) await env.clipboard.writeText(whyMarkdown(this.#model));
    void showInformation(l10n.t('Copied.'));
  }
}
