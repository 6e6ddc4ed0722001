import { defaultLogWriter, type LogWriter } from './logWriter.ts';
import { matchesGlob } from '../globs.ts';

/** Why an image cannot be pulled. */
export type PullFailure = 'notFound' | 'denied' | 'noRoute' | 'rateLimited' | 'noSpace' | 'layersForbidden';

/** What becomes of a container that runs this image. Times are milliseconds; `speed` shortens only how long it takes to stop. */
export interface ImageBehaviour {
  pull?: PullFailure | { reason: string };
  /** `os/architecture` pairs; linux/amd64 and linux/arm64 unless given. */
  platforms?: readonly string[];
  /** A single-platform image is pulled anyway and dies with an exec format error. */
  singlePlatform?: boolean;
  digest?: string;
  /** Set when the container ends by itself, this long after its start. */
  exitAfter?: number;
  exitCode?: number;
  /** The container's `reason`; `outOfMemory` gives the daemon's. */
  exitReason?: string;
  outOfMemory?: boolean;
  /** The entry point cannot be started: the daemon's words. */
  startError?: string;
  /** Verdict of the container's health check; `unhealthyAfter` turns it later. */
  health?: 'healthy' | 'unhealthy';
  unhealthyAfter?: number;
  /** Verdict of the load balancer. */
  target?: 'healthy' | 'unhealthy';
  targetReason?: string;
  /** How it obeys SIGTERM; `ignored` ends in SIGKILL after the stop timeout. */
  onStop?: 'ignored' | { after: number; exitCode: number };
  /** What it writes to its log; `false` for a silent one. */
  log?: LogWriter | false;
}

export interface ImageUse {
  image: string;
  family: string;
  revision: number;
  container: string;
}

type Rule = { glob: string; behaviour: ImageBehaviour | ((use: ImageUse) => ImageBehaviour) };

const ECR_HOST = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;

/**
 * What the images of an account do. Rules are globs over the whole reference (`…/storefront:1.4*`), the latest matching one counts.
 * An ECR image that no rule knows does not exist; any other image runs, logs something plain and obeys SIGTERM.
 */
export class ImageRegistry {
  readonly #rules: Rule[] = [];

  add(glob: string, behaviour: Rule['behaviour'] = {}): this {
    this.#rules.push({ glob, behaviour });
    return this;
  }

  /** Removes the rules with this very glob. */
  remove(glob: string): void {
    const kept = this.#rules.filter((rule) => rule.glob !== glob);
    this.#rules.splice(0, this.#rules.length, ...kept);
  }

  /** Whether a rule knows this image and lets it be pulled. */
  has(image: string): boolean {
    return (
      this.#ruleOf(image) !== undefined &&
      this.behaviour({ image, family: '', revision: 0, container: '' }).pull !== 'notFound'
    );
  }

  behaviour(use: ImageUse): ImageBehaviour {
    const rule = this.#ruleOf(use.image);
    if (rule) return typeof rule.behaviour === 'function' ? rule.behaviour(use) : rule.behaviour;
    return ECR_HOST.test(use.image) ? { pull: 'notFound' } : { log: defaultLogWriter };
  }

  #ruleOf(image: string): Rule | undefined {
    return this.#rules.findLast((candidate) => matchesGlob(candidate.glob, image));
  }
}
