import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** A field that is a text which says something, of at most so many characters. */
export function IsText(most: number): PropertyDecorator {
  const fault = { message: `must be a text of 1 to ${most} characters` };
  return applyDecorators(IsString(fault), Length(1, most, fault), Matches(/\S/, fault));
}
