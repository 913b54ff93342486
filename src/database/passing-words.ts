import type { DataSource } from 'typeorm';
import { ChannelListener } from './channel-listener.js';
import { PartsReader, partsOf } from './word-parts.js';

const SAY_SQL =
  'SELECT pg_notify($1, said.part) FROM unnest($2::text[]) WITH ORDINALITY AS said (part, place) ORDER BY place';

/**
 * What processes tell each other in passing, over one of the database's channels: it is neither stored nor logged, and
 * whoever cannot hear at that moment never does. For what must arrive there is the timeline.
 */
export class PassingWords<T extends object> {
  private readonly listener: ChannelListener;
  private readonly parts = new PartsReader<{ node: string; word: T }>();

  /**
   * @param node what this process is known by; it does not hear itself
   * @param hear is called with what another process has said
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly channel: string,
    private readonly node: string,
    hear: (word: T) => void,
  ) {
    const { url } = dataSource.options as { url?: string };
    this.listener = new ChannelListener(
      url,
      channel,
      (part) => {
        const heard = this.parts.take(part);
        if (heard && heard.node !== node) hear(heard.word);
      },
      () => undefined,
    );
  }

  start(): Promise<void> {
    return this.listener.start();
  }

  stop(): Promise<void> {
    return this.listener.stop();
  }

  /** Says it to all other processes. @throws when the database is away */
  async say(word: T): Promise<void> {
    await this.dataSource.query(SAY_SQL, [this.channel, partsOf({ node: this.node, word })]);
  }
}
