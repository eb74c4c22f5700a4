import { IConstruct } from 'constructs';
import { askedItself, placeOf, QuestionIntent } from './asked-itself';
import { unknownAuthorizer } from './unknown-authorizer';
import { unreachedService } from './unreached-service';

/**
 * Questions that nobody would answer, so that no request would pass.
 *
 * @param speaker of whose requests it is said
 */
export function questionProblems(speaker: IConstruct, place: string, question: QuestionIntent): string[] {
  const { authorizer } = question;
  const asked = placeOf(speaker, authorizer);
  const unreached = asked === undefined ? [] : unreachedService(speaker, place, { ...asked, loss: 'no request would pass' });
  return [...unknownAuthorizer(speaker, place, authorizer), ...unreached, ...askedItself(speaker, place, question)];
}
