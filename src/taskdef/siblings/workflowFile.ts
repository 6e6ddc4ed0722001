import { type ExpressionScope, fillScript, fillText, inputsOf } from './expressions.ts';
import type { FileFlow } from './fileFlow.ts';
import { anything, normalPlace, type Place } from './place.ts';
import { isLaunchType } from './serviceFile.ts';
import { readShell } from './shellFlow.ts';
import { joinPath, type SiblingFile } from './siblingFile.ts';
import { asObject, asObjects, asText, readYaml, type YamlObject } from './yamlObject.ts';

const action = /(?:^|\/)amazon-ecs-(render|deploy)-task-definition(?:@v?(\d+))?/;
const local = /^\.\/(.+)$/;
/** Workflows call workflows, and actions actions. */
const deepestCall = 4;

/** Whether a text can have anything to do with ECS; most workflows build and test, and are not worth parsing. */
const mayDeploy = /amazon-ecs-|\becs\s|task.?def/i;

/** What GitHub workflows are read with: the files of `.github` by their path. */
export type WorkflowFiles = ReadonlyMap<string, SiblingFile>;

/** What the steps of a workflow do with files; undefined where it has nothing to do with ECS. */
export function readWorkflowFile(file: SiblingFile, files: WorkflowFiles): FileFlow | undefined {
  const root = rootOf(file);
  const jobs = root && asObject(root['jobs']);
  if (!jobs) return undefined;
  const scope: ExpressionScope = { environments: [], variables: {}, matrix: undefined, inputs: {} };
  const flow: FileFlow = { moves: [], deliveries: [], fetched: [] };
  const reader = new WorkflowReader(files, flow);
  reader.readJobs(root, jobs, { ...scope, inputs: inputsOf(declaredInputs(root), {}, scope) });
  return reader.checkouts.size > 0 ? withoutFolders(flow, reader.checkouts) : flow;
}

/** The same flow where the repository itself lies in a folder of the runner. */
function withoutFolders({ moves, deliveries, fetched }: FileFlow, folders: ReadonlySet<string>): FileFlow {
  const inside = (place: Place): Place => {
    const folder = [...folders].find((one) => place.startsWith(`${one}/`));
    return folder === undefined ? place : place.slice(folder.length + 1);
  };
  return {
    moves: moves.map((move) => ({ ...move, from: move.from.map(inside), to: inside(move.to) })),
    deliveries: deliveries.map((delivery) => ({ ...delivery, of: delivery.of.map(inside) })),
    fetched: fetched.map(inside),
  };
}

/** Paths of the workflows of this repository that a workflow calls. */
export function workflowsCalledBy(file: SiblingFile): string[] {
  return Object.values(asObject(rootOf(file)?.['jobs']) ?? {}).flatMap((job) => {
    const path = local.exec(asText(asObject(job)?.['uses']) ?? '')?.[1];
    return path === undefined ? [] : [path];
  });
}

function rootOf(file: SiblingFile): YamlObject | undefined {
  return mayDeploy.test(file.text) || /uses:\s*["']?\.\//.test(file.text) ? readYaml(file) : undefined;
}

function declaredInputs(root: YamlObject): unknown {
  const triggers = asObject(root['on'] ?? root['true']);
  const inputs = (name: string): YamlObject => asObject(asObject(triggers?.[name])?.['inputs']) ?? {};
  return { ...inputs('workflow_dispatch'), ...inputs('workflow_call') };
}

/** Puts what is in a workflow, and in what it calls, into one flow. */
class WorkflowReader {
  readonly #files: WorkflowFiles;
  readonly #flow: FileFlow;
  /** Folders into which the repository is checked out. */
  readonly checkouts = new Set<string>();

  constructor(files: WorkflowFiles, flow: FileFlow) {
    this.#files = files;
    this.#flow = flow;
  }

  readJobs(root: YamlObject, jobs: YamlObject, outer: ExpressionScope, depth = 0): void {
    for (const [id, each] of Object.entries(jobs)) {
      const job = asObject(each);
      if (!job) continue;
      const environments = [asObject(job['env']) ?? {}, asObject(root['env']) ?? {}, ...outer.environments];
      const matrix = asObject(asObject(job['strategy'])?.['matrix']);
      const scope = { ...outer, environments, matrix, variables: {} };
      this.#readCall(job, scope, depth);
      const folder = workingFolder(job['defaults']) ?? workingFolder(root['defaults']) ?? '';
      this.#readSteps(job['steps'], scope, folder, depth);
      for (const [name, value] of Object.entries(asObject(job['outputs']) ?? {})) {
        this.#flow.moves.push({ from: this.#places(value, scope), to: `§needs.${id}.outputs.${name}` });
      }
    }
  }

  /** A job that is a workflow of its own. */
  #readCall(job: YamlObject, scope: ExpressionScope, depth: number): void {
    const uses = asText(job['uses']);
    if (uses === undefined) return;
    const given = asObject(job['with']) ?? {};
    const path = local.exec(uses)?.[1];
    const called = path === undefined ? undefined : this.#files.get(path);
    const root = called && readYaml(called);
    const jobs = asObject(root?.['jobs']);
    if (!root || !jobs) return this.#readForeign(given, scope, '');
    if (depth >= deepestCall) return;
    const inputs = inputsOf(declaredInputs(root), given, scope);
    this.readJobs(root, jobs, { environments: [], variables: {}, matrix: undefined, inputs }, depth + 1);
  }

  /** What somebody else's workflow or action is given as a task definition goes to the deploy action in nearly all of them. */
  #readForeign(given: YamlObject, scope: ExpressionScope, outputs: string): void {
    const of = Object.entries(given)
      .filter(([name]) => /task.?def/i.test(name))
      .flatMap(([, value]) => this.#places(value, scope))
      .filter((place) => /\.jsonc?$|^§/.test(place));
    if (of.length === 0) return;
    const to = `§${outputs}.task-definition`;
    // It may as well hand on what it makes of it.
    this.#flow.moves.push({ from: of, to });
    this.#flow.deliveries.push({ of: [to], tool: 'github-action', presumed: true });
  }

  #readSteps(steps: unknown, outer: ExpressionScope, folder: string, depth: number): void {
    const variables: Record<string, string> = {};
    for (const step of asObjects(steps)) {
      const scope = { ...outer, variables, environments: [asObject(step['env']) ?? {}, ...outer.environments] };
      const outputs = `steps.${asText(step['id']) ?? ''}.outputs`;
      const uses = asText(step['uses']) ?? '';
      const script = asText(step['run']);
      const given = asObject(step['with']) ?? {};
      const [, kind, version] = action.exec(uses) ?? [];
      const path = local.exec(uses)?.[1];
      if (script !== undefined) this.#readScript(step, fillScript(script, scope), scope, folder, outputs);
      else if (kind === 'render') this.#readRender(given, scope, outputs);
      else if (kind === 'deploy') this.#readDeploy(given, scope, version);
      else if (path !== undefined) this.#readAction(path, given, scope, outputs, depth);
      else if (/^actions\/checkout(?:@|$)/.test(uses)) this.#noteCheckout(given);
      else if (uses && !uses.startsWith('actions/')) this.#readForeign(given, scope, outputs);
    }
  }

  #noteCheckout(given: YamlObject): void {
    const folder = joinPath('', asText(given['path']) ?? '');
    if (folder && given['repository'] === undefined) this.checkouts.add(folder);
  }

  #readScript(step: YamlObject, script: string, scope: ExpressionScope, folder: string, outputs: string): void {
    const known: Record<string, string> = {};
    for (const environment of scope.environments.toReversed()) {
      for (const name of Object.keys(environment)) {
        const values = fillText(`\${{ env.${name} }}`, scope);
        known[name] = values.length === 1 ? values[0]! : anything;
      }
    }
    const inside = asText(step['working-directory']) ?? folder;
    const setting = {
      folder: joinPath('', fillScript(inside, scope)),
      variables: { ...known, ...scope.variables },
      outputs,
    };
    readShell(script, setting, this.#flow);
    for (const line of script.split('\n').filter((one) => one.includes('GITHUB_ENV'))) {
      const name = /\b(\w+)=/.exec(line)?.[1] ?? '';
      const value = setting.variables[name];
      if (value !== undefined) (scope.variables as Record<string, string>)[name] = value;
    }
  }

  #readRender(given: YamlObject, scope: ExpressionScope, outputs: string): void {
    const [container = '', ...others] = fillText(asText(given['container-name']) ?? '', scope);
    const images = others.length === 0 && container && !/[\uFFFC§]/.test(container) ? [container] : ['*'];
    const to = `§${outputs}.task-definition`;
    this.#flow.moves.push({
      from: this.#places(given['task-definition'], scope),
      to,
      rewriting: { rendered: true, images },
    });
    this.#flow.deliveries.push({ of: [to], tool: 'github-action', presumed: true });
  }

  #readDeploy(given: YamlObject, scope: ExpressionScope, version: string | undefined): void {
    const of = this.#places(given['task-definition'], scope);
    const [launchType] = fillText(asText(given['run-task-launch-type']) ?? '', scope);
    this.#flow.deliveries.push({
      of,
      tool: 'github-action',
      ...(version === '1' ? { version: 1 as const } : {}),
      launchType: isLaunchType(launchType) ? launchType : undefined,
    });
  }

  #readAction(path: string, given: YamlObject, scope: ExpressionScope, outputs: string, depth: number): void {
    const file = ['action.yml', 'action.yaml'].map((name) => this.#files.get(joinPath(path, name))).find(Boolean);
    const root = file && readYaml(file);
    const steps = asObject(root?.['runs'])?.['steps'];
    if (!root || !steps || depth >= deepestCall) return this.#readForeign(given, scope, outputs);
    const inputs = inputsOf(root['inputs'], given, scope);
    const inner = { ...scope, inputs, matrix: undefined };
    this.#readSteps(steps, inner, '', depth + 1);
    for (const [name, output] of Object.entries(asObject(root['outputs']) ?? {})) {
      const from = this.#places(asObject(output)?.['value'], inner);
      this.#flow.moves.push({ from, to: `§${outputs}.${name}` });
    }
  }

  #places(value: unknown, scope: ExpressionScope): Place[] {
    const text = asText(value);
    return text === undefined ? [] : fillText(text, scope).map((place) => normalPlace(place.trim()));
  }
}

function workingFolder(defaults: unknown): string | undefined {
  return asText(asObject(asObject(defaults)?.['run'])?.['working-directory']);
}
