/** Pages that say that a request was refused, by error code. */
export const problem = {
  not_foundTitle: 'Vi finner ikke dette',
  not_foundBody: 'Saken finnes ikke, eller den hører til en annen enn den du handler for nå.',
  not_signed_inTitle: 'Du må logge inn',
  not_signed_inBody: 'Logg inn for å fortsette. Det du har lagret, er tatt vare på.',
  forbiddenTitle: 'Du har ikke tilgang',
  forbiddenBody: 'Sjekk hvem du handler for øverst på siden, og prøv igjen.',
  bad_requestTitle: 'Vi kunne ikke lese det som ble sendt',
  bad_requestBody: 'Gå tilbake og prøv igjen. Det du har lagret, er tatt vare på.',
  conflictTitle: 'Saken er endret i mellomtiden',
  conflictBody:
    'Noen, kanskje du i en annen fane, har endret saken. Åpne den på nytt fra meldingsboksen for å se hvordan den står.',
  too_largeTitle: 'Det som ble sendt, er for stort',
  too_largeBody:
    'Filer kan være på inntil 10 MB hver. Gå tilbake og last opp færre eller mindre filer. Det du har lagret, er tatt vare på.',
  step_up_requiredTitle: 'Du må logge inn på et høyere nivå',
  step_up_requiredBody: 'Tjenesten krever innlogging på høyt nivå, for eksempel med BankID.',
  unavailableTitle: 'Noe gikk galt hos oss',
  unavailableBody:
    'Det du har lagret, er tatt vare på. Har du nettopp betalt, skal du ikke betale på nytt: kvitteringen kommer i meldingsboksen. Har du ikke betalt, kan du prøve igjen om litt.',
} as const;
