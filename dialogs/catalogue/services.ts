/** Every service there is. A new one is a data file and a line here. */
import { readCatalogue } from './read-catalogue';
import { bookAnnualLeave } from './services/book-annual-leave';
import { changeOfHours } from './services/change-of-hours';
import { employmentReference } from './services/employment-reference';
import { flexibleWorkingRequest } from './services/flexible-working-request';
import { leaver } from './services/leaver';
import { newStarter } from './services/new-starter';
import { vacancy } from './services/vacancy';
import { maternityLeave } from './services/maternity-leave';
import { occupationalHealth } from './services/occupational-health';
import { payQuery } from './services/pay-query';
import { pregnancyOrBabyLossLeave } from './services/pregnancy-or-baby-loss-leave';
import { reportSickness } from './services/report-sickness';
import { actingUp } from './services/acting-up';
import { additionalHours } from './services/additional-hours';
import { appraisal } from './services/appraisal';
import { careerConversation } from './services/career-conversation';
import { changeForAReport } from './services/change-for-a-report';
import { fixedTermExtension } from './services/fixed-term-extension';
import { occupationalHealthReferral } from './services/occupational-health-referral';
import { probationOutcome } from './services/probation-outcome';
import { returnToWorkMeeting } from './services/return-to-work-meeting';
import { carryOverAnnualLeave } from './services/carry-over-annual-leave';
import { convertLeaveToSickness } from './services/convert-leave-to-sickness';
import { fitNote } from './services/fit-note';
import { paternityLeave } from './services/paternity-leave';
import { adoptionLeave } from './services/adoption-leave';
import { sharedParentalLeave } from './services/shared-parental-leave';
import { neonatalCareLeave } from './services/neonatal-care-leave';
import { unpaidParentalLeave } from './services/unpaid-parental-leave';
import { carersLeave } from './services/carers-leave';
import { specialLeave } from './services/special-leave';
import { bereavementLeave } from './services/bereavement-leave';
import { returnFromLeave } from './services/return-from-leave';
import { hybridWorking } from './services/hybrid-working';
import { reasonableAdjustments } from './services/reasonable-adjustments';
import { employmentBreak } from './services/employment-break';
import { shiftQuery } from './services/shift-query';
import { wellbeingSupport } from './services/wellbeing-support';
import { mediation } from './services/mediation';
import { exitConversation } from './services/exit-conversation';
import { studyLeave } from './services/study-leave';
import { paymentCorrection } from './services/payment-correction';
import { expensesClaim } from './services/expenses-claim';
import { previousService } from './services/previous-service';
import { partialRetirement } from './services/partial-retirement';
import { personalDetails } from './services/personal-details';
import { subjectAccessRequest } from './services/subject-access-request';
import { staffPassport } from './services/staff-passport';
import { registrationUpdate } from './services/registration-update';
import { bankRegistration } from './services/bank-registration';
import { secondment } from './services/secondment';
import type { ServiceDefinition } from './schema';

export const services: readonly ServiceDefinition[] = readCatalogue([
  changeOfHours,
  flexibleWorkingRequest,
  pregnancyOrBabyLossLeave,
  maternityLeave,
  reportSickness,
  occupationalHealth,
  payQuery,
  bookAnnualLeave,
  employmentReference,
  newStarter,
  vacancy,
  leaver,
  careerConversation,
  appraisal,
  occupationalHealthReferral,
  changeForAReport,
  fixedTermExtension,
  actingUp,
  returnToWorkMeeting,
  additionalHours,
  probationOutcome,
  carryOverAnnualLeave,
  convertLeaveToSickness,
  fitNote,
  paternityLeave,
  adoptionLeave,
  sharedParentalLeave,
  neonatalCareLeave,
  unpaidParentalLeave,
  carersLeave,
  specialLeave,
  bereavementLeave,
  returnFromLeave,
  hybridWorking,
  reasonableAdjustments,
  employmentBreak,
  shiftQuery,
  wellbeingSupport,
  mediation,
  exitConversation,
  studyLeave,
  paymentCorrection,
  expensesClaim,
  previousService,
  partialRetirement,
  personalDetails,
  subjectAccessRequest,
  staffPassport,
  registrationUpdate,
  bankRegistration,
  secondment,
]);

export function findService(id: string): ServiceDefinition | undefined {
  return services.find((service) => service.id === id);
}
