import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsUUID, type ValidationOptions } from 'class-validator';

/**
 * A field that is a UUID, or a list of them with `each`. It is written in small letters from here on, as the database
 * writes it: the same id in capitals is the same id.
 */
export function IsId(options: ValidationOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map(inSmall) : inSmall(value),
    ),
    IsUUID('all', options),
  );
}

function inSmall(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
