import type { SiblingFacts } from '../document/siblingFacts.ts';
import { isAboutService } from '../document/content.ts';
import { recognise } from '../document/recognise.ts';
import { type FileTree, Neighbours } from './neighbours.ts';
import { readSiblings } from './readSiblings.ts';
import { rememberedTree } from './rememberedTree.ts';
import { taskBeside } from './taskBeside.ts';

/** What the files of one repository say about those that go to ECS. Each is read once, however many it says something about. */
export class Surroundings {
  readonly #tree: FileTree;
  readonly #neighbours: Neighbours;
  readonly #isRepository: boolean;

  /** `isRepository` says whether the root of the tree is that of a repository; else it may lie somewhere inside one. */
  constructor(tree: FileTree, isRepository: boolean) {
    this.#tree = rememberedTree(tree);
    this.#neighbours = new Neighbours(this.#tree);
    this.#isRepository = isRepository;
  }

  /** What is said about a file, and the paths of the files that were asked. Never rejects. */
  async of(path: string, text: string): Promise<{ facts: SiblingFacts; asked: readonly string[] }> {
    const files = await this.#neighbours.around(path);
    const family = /"family"\s*:\s*"([\w-]+)"/.exec(text)?.[1];
    const isService = isAboutService(recognise(path, text));
    const facts = readSiblings(files, {
      isService,
      path,
      family,
      exact: this.#isRepository,
      isForPipeline: /"<IMAGE\d*_NAME>"/.test(text),
    });
    const taskDefinition = await taskBeside(this.#tree, { path, text }, files);
    const asked = files.map((file) => file.path);
    if (!taskDefinition) return { facts, asked };
    return { facts: { ...facts, taskDefinition }, asked: [...asked, taskDefinition.path] };
  }
}
