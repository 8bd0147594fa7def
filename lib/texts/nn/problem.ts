import type { problem as nb } from '../nb/problem.ts';

export const problem: Record<keyof typeof nb, string> = {
  not_foundTitle: 'Vi finn ikkje dette',
  not_foundBody: 'Saka finst ikkje, eller ho høyrer til ein annan enn den du handlar for no.',
  not_signed_inTitle: 'Du må logge inn',
  not_signed_inBody: 'Logg inn for å halde fram. Det du har lagra, er teke vare på.',
  forbiddenTitle: 'Du har ikkje tilgang',
  forbiddenBody: 'Sjekk kven du handlar for øvst på sida, og prøv igjen.',
  bad_requestTitle: 'Vi kunne ikkje lese det som vart sendt',
  bad_requestBody: 'Gå tilbake og prøv igjen. Det du har lagra, er teke vare på.',
  conflictTitle: 'Saka er endra i mellomtida',
  conflictBody:
    'Nokon, kanskje du i ei anna fane, har endra saka. Opne ho på nytt frå meldingsboksen for å sjå korleis ho står.',
  too_largeTitle: 'Det som vart sendt, er for stort',
  too_largeBody:
    'Filer kan vere på inntil 10 MB kvar. Gå tilbake og last opp færre eller mindre filer. Det du har lagra, er teke vare på.',
  step_up_requiredTitle: 'Du må logge inn på eit høgare nivå',
  step_up_requiredBody: 'Tenesta krev innlogging på høgt nivå, til dømes med BankID.',
  unavailableTitle: 'Noko gjekk gale hos oss',
  unavailableBody:
    'Det du har lagra, er teke vare på. Har du nett betalt, skal du ikkje betale på nytt: kvitteringa kjem i meldingsboksen. Har du ikkje betalt, kan du prøve igjen om litt.',
};
