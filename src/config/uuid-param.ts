import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { ProblemException } from './problem.exception.js';

@Injectable()
class UuidPipe implements PipeTransform<unknown, string> {
  constructor(private readonly field: string) {}

  transform(value: unknown): string {
    if (typeof value === 'string' && isUUID(value)) return value.toLowerCase();
    const errors = [{ field: this.field, message: 'must be a UUID' }];
    throw new ProblemException('bad-input', `${this.field}: must be a UUID`, errors);
  }
}

/** A path parameter that is a UUID; anything else is answered with the parameter's name. */
export function UuidParam(name: string): ParameterDecorator {
  return Param(name, new UuidPipe(name));
}
