import { holdsOption, type Known } from './conditions.rule.js';
import type { Finding, Flow, FlowDocument, PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { redFlagsFound } from './red-flags.rule.js';

/**
 * The flows that these answers offer instead of the one they were given in, in the order of the file. None once a red
 * flag was found: another flow does not know of it.
 */
export function offeredAfter(known: Known): string[] {
  const offered = [...known.questions.values()].flatMap(({ id, offers }) => {
    const value = known.answers[id];
    if (value === undefined || value === null) return [];
    return offers.filter(({ option }) => holdsOption(value, [option])).flatMap(({ flowIds }) => flowIds);
  });
  if (offered.length === 0 || redFlagsFound(known).length > 0) return [];
  return [...new Set(offered)];
}

/** Those of the offered flows that are there, that fit the patient, and that were not turned down. */
export function openOffers<F extends Pick<Flow, 'fits'>>(
  offered: readonly string[],
  declined: readonly string[],
  facts: PatientFacts,
  find: (flowId: string) => F | null,
): F[] {
  return offered
    .filter((flowId) => !declined.includes(flowId))
    .map(find)
    .filter((flow): flow is F => flow !== null && fitsPatient(flow.fits, facts));
}

/** Every offer of a flow, and where it is written. */
export function offersOf({
  questions,
}: FlowDocument): { question: string; option: string; flowId: string; path: Finding['path'] }[] {
  return questions.flatMap((question, at) =>
    (question.options ?? []).flatMap((option, place) =>
      (option.offers ?? []).map((flowId, number) => ({
        question: question.id,
        option: option.id,
        flowId,
        path: ['questions', at, 'options', place, 'offers', number],
      })),
    ),
  );
}

/** What is wrong with the offers of a flow in itself. */
export function offerFindings(document: FlowDocument): Finding[] {
  const last = document.questions.length - 1;
  return document.questions.flatMap((question, at) =>
    (question.options ?? []).flatMap((option, place): Finding[] => {
      if (!option.offers) return [];
      const path = ['questions', at, 'options', place, 'offers'];
      if (option['red-flag'] !== undefined) {
        const message = `${option.id} is a red flag, and after one nothing else is offered; take away one of the two.`;
        return [{ path, message }];
      }
      if (option.offers.includes(document.id))
        return [{ path, message: `${document.id} cannot be offered in itself.` }];
      if (at < last) return [];
      const message = `${question.id} is the last question, so there is nothing to go on with after "none of these"; ask it earlier.`;
      return [{ path, message }];
    }),
  );
}

/** Offers of flows that there are not. */
export function unknownOffers(document: FlowDocument, known: ReadonlySet<string>): Finding[] {
  return offersOf(document)
    .filter(({ flowId }) => !known.has(flowId))
    .map(({ flowId, path }) => {
      const alike = [...known].filter((id) =>
        id.split('-').some((word) => word.length > 3 && flowId.includes(word)),
      );
      return {
        path,
        message: `There is no flow ${flowId} to offer. Flows like it: ${alike.join(', ') || 'none'}.`,
      };
    });
}
