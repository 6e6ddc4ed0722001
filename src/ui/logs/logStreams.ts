import { type Disposable, l10n } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import type { LogScope } from '../../logs/sources/logScope.ts';
import { setContextKey } from '../common/contextKeys.ts';
import { describeError, isCancellation } from '../common/reportError.ts';
import { getSetting } from '../common/settings.ts';
import type { Workbench } from '../common/workbench.ts';
import { removeOldFiles } from './channel/channelFiles.ts';
import { ChannelVisibility } from './channel/channelVisibility.ts';
import { LogHelp } from './logHelp.ts';
import { LogChannel, type ChannelWords } from './channel/logChannel.ts';
import { type LogFilter, LogStream } from './logStream.ts';
import { scopeName } from './scopeName.ts';

/** Every stream of the window, running or ended, by the name of its channel. */
export class LogStreams implements Disposable {
  readonly #workbench: Workbench;
  readonly #streams = new Map<string, LogStream>();
  readonly #visibility: ChannelVisibility;
  readonly #hiding = new Map<string, NodeJS.Timeout>();

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#visibility = new ChannelVisibility(() => this.#followVisibility());
  }

  /** Connections of the same profile to other Regions, where a task definition sends its lines. */
  connectionFor(connection: Connection): (region: string) => Promise<Connection> {
    return (region) => this.#workbench.connections.inRegion(connection, region);
  }

  get all(): LogStream[] {
    return [...this.#streams.values()];
  }

  /** The stream whose channel is in view. */
  get shown(): LogStream | undefined {
    return this.all.find((stream) => this.#visibility.isVisible(stream.channel.name));
  }

  /** Shows the scope's channel and follows it there; one that is being followed already is only shown. */
  async open(scope: LogScope, connection: Connection): Promise<void> {
    const name = scopeName(scope, connection);
    const known = this.#streams.get(name);
    const channel = known?.channel ?? this.#createChannel(name);
    channel.show(true);
    if (known && known.state !== 'ended') return this.resume(known);
    this.#begin(scope, connection, channel, {});
  }

  /** Begins a stream anew in its channel, showing only what passes the filter. */
  async refilter(stream: LogStream, filter: LogFilter): Promise<void> {
    await stream.halt('ended');
    stream.channel.clear();
    stream.channel.show(true);
    this.#begin(stream.scope, stream.connection, stream.channel, filter);
  }

  async pause(stream: LogStream): Promise<void> {
    if (stream.state !== 'running') return;
    await stream.halt('paused');
    stream.say(l10n.t('Paused; no line will be lost'));
    this.#tell();
  }

  /** Goes on where the stream was paused, whether by the person or because nobody was looking. */
  resume(stream: LogStream): void {
    if (stream.state !== 'paused' && stream.state !== 'hidden') return;
    stream.say(l10n.t('Resumed; no line was lost'));
    void this.#follow(stream);
  }

  async stop(stream: LogStream): Promise<void> {
    await stream.halt('ended');
    stream.say(l10n.t('Stopped'));
    this.#tell();
  }

  dispose(): void {
    this.#visibility.dispose();
    for (const timer of this.#hiding.values()) clearTimeout(timer);
    for (const stream of this.all) {
      void stream.halt('ended');
      stream.channel.dispose();
    }
  }

  #createChannel(name: string): LogChannel {
    const { extension, log } = this.#workbench;
    const isVisible = () => this.#visibility.isVisible(name);
    const fileEnded = () =>
      void removeOldFiles(extension.logUri.fsPath, name).catch((error: unknown) => log.warn(String(error)));
    // Whichever stream writes into it by then.
    const words: ChannelWords = {
      startedOver: () => this.#streams.get(name)?.startedOver() ?? '',
      leftOut: (lines) => this.#streams.get(name)?.leftOut(lines) ?? '',
    };
    return new LogChannel({ name, words, isVisible, fileEnded });
  }

  #begin(scope: LogScope, connection: Connection, channel: LogChannel, filter: LogFilter): void {
    const connectionFor = this.connectionFor(connection);
    const stream = new LogStream({ scope, connection, channel, connectionFor, filter });
    this.#streams.set(channel.name, stream);
    const filters = [filter.pattern, filter.text].filter(Boolean).map((text) => l10n.t('only {0}', text ?? ''));
    stream.say([channel.name, ...filters].join(' · '));
    void this.#follow(stream);
  }

  async #follow(stream: LogStream): Promise<void> {
    try {
      const following = stream.start();
      this.#tell();
      await following;
    } catch (error) {
      if (isCancellation(error)) stream.say(l10n.t('Stopped because the connection was changed'));
      else
        stream.say(
          l10n.t(
            'Stopped: {0}',
            describeError(error, { profile: stream.connection.profileLabel, region: stream.connection.region }).message,
          ),
        );
      this.#workbench.log.warn(`${stream.channel.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#tell();
  }

  /** Stops streams that nobody sees after a while, and goes on with those that are seen again. */
  #followVisibility(): void {
    const minutes = getSetting('ecs.logs.pauseHiddenAfter');
    for (const stream of this.all) {
      const { name } = stream.channel;
      if (this.#visibility.isVisible(name)) {
        clearTimeout(this.#hiding.get(name));
        this.#hiding.delete(name);
        if (stream.state === 'hidden') this.resume(stream);
      } else if (minutes > 0 && stream.state === 'running' && !this.#hiding.has(name)) {
        this.#hiding.set(
          name,
          setTimeout(() => void this.#hide(name), minutes * 60_000),
        );
      }
    }
    this.#tell();
  }

  async #hide(name: string): Promise<void> {
    this.#hiding.delete(name);
    const stream = this.#streams.get(name);
    if (stream?.state !== 'running' || this.#visibility.isVisible(name)) return;
    await stream.halt('hidden');
    stream.say(l10n.t('Paused while nobody sees it; no line will be lost'));
  }

  /** Which buttons the output view shows. */
  #tell(): void {
    setContextKey('ecs.logs.shown', this.shown?.state ?? 'none');
  }
}

/** The streams of this window; they end with the extension. */
export function logStreams(workbench: Workbench): LogStreams {
  workbench.own(LogHelp);
  return workbench.own(LogStreams);
}
