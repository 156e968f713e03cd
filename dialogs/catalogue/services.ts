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
