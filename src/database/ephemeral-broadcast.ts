import type { DataSource } from 'typeorm';
import { ChannelListener } from './channel-listener.js';
import { NoticeAssembler, partsOf } from './notice-parts.js';

const SEND_SQL =
  'SELECT pg_notify($1, sent.part) FROM unnest($2::text[]) WITH ORDINALITY AS sent (part, position) ORDER BY position';

/**
 * Broadcasts to all other processes over one of the database's channels. Nothing is stored or logged, and a process that
 * is not connected at that moment never gets it. What must arrive goes on the timeline.
 */
export class EphemeralBroadcast<T extends object> {
  private readonly listener: ChannelListener;
  private readonly parts = new NoticeAssembler<{ node: string; value: T }>();

  /**
   * @param node the id of this process, which does not receive its own broadcasts
   * @param receive is called with what another process has sent
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly channel: string,
    private readonly node: string,
    receive: (value: T) => void,
  ) {
    const { url } = dataSource.options as { url?: string };
    this.listener = new ChannelListener(
      url,
      channel,
      (part) => {
        const received = this.parts.take(part);
        if (received && received.node !== node) receive(received.value);
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

  /** Sends it to all other processes. @throws when the database is away */
  async send(value: T): Promise<void> {
    await this.dataSource.query(SEND_SQL, [this.channel, partsOf({ node: this.node, value })]);
  }
}
