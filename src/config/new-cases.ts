import { Injectable } from '@nestjs/common';

/** Whether new cases can begin; the flows say at the start that they cannot when none of them may be served. */
@Injectable()
export class NewCases {
  open = true;
}
