import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { badInput } from './problem.filter.js';
import { unreadableParts } from './readable-input.js';

/** Refuses, at every route and before any description is looked at, what none of them could take. */
export class ReadableInputPipe implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (type === 'body' && data === undefined && Array.isArray(value)) {
      throw badInput([{ field: 'body', message: 'must be an object' }]);
    }
    const faults = unreadableParts(value, data ?? type);
    if (faults.length > 0) throw badInput(faults);
    return value;
  }
}
