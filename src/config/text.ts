import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** A field with a text that is not blank, of at most that many characters. */
export function IsText(most: number): PropertyDecorator {
  const fault = { message: `must be a text of 1 to ${most} characters` };
  return applyDecorators(IsString(fault), Length(1, most, fault), Matches(/\S/, fault));
}
