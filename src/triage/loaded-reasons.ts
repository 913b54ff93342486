import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { BilingualText, PolicyView } from '../contracts/index.js';
import { ContactReasons } from '../routing/contact-reasons.js';

/** The contact reasons of the loaded flows, for writing a policy. */
@Injectable()
export class LoadedReasons extends ContactReasons {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    super();
  }

  async all(): Promise<PolicyView['reasons']> {
    const rows: { id: string; name: BilingualText }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (flow_id) flow_id AS id, definition->'reason' AS name
       FROM flow_definition ORDER BY flow_id, version DESC, first_loaded_at DESC`,
    );
    return rows.map(({ id, name }) => ({ id, name: { sv: name.sv, en: name.en } }));
  }
}
