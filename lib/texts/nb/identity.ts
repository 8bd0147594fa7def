/** Signing in and out, acting for somebody, and proving oneself anew before signing. */
export const identity = {
  signInTitle: 'Logg inn',
  signInLead: 'Du logger inn med ID-porten, og kommer tilbake hit etterpå.',
  signInHigh: 'Tjenesten krever innlogging på høyt nivå, for eksempel med BankID eller Buypass.',
  signInHigherThanNow: 'Du er innlogget på et lavere nivå enn tjenesten krever. Logg inn på nytt.',
  signInButton: 'Logg inn med ID-porten',
  signInPrivacy: 'Vi får fødselsnummeret ditt fra ID-porten og navnet ditt fra Folkeregisteret.',
  errorTitle: 'Du ble ikke logget inn',
  errorCancelled: 'Du avbrøt innloggingen. Du kan prøve igjen når du vil.',
  errorLevel:
    'Du logget inn på et lavere nivå enn tjenesten krever. Velg for eksempel BankID eller Buypass og prøv igjen.',
  errorFailed: 'Innloggingen tok for lang tid, eller den ble startet i et annet vindu. Prøv igjen.',
  errorUnavailable:
    'Vi får ikke kontakt med ID-porten akkurat nå. Vent litt og prøv igjen. Det du har lagret, er trygt.',
  signedOutTitle: 'Du er logget ut',
  signedOutText: 'Du er logget ut av Kvitt og ID-porten. Det du har fylt ut og lagret, er trygt.',
  signedOutPartly:
    'Du er logget ut av Kvitt, men vi fikk ikke kontakt med ID-porten. Lukk nettleseren hvis andre bruker maskinen.',
  signInAgain: 'Logg inn igjen',
  toFrontPage: 'Til forsiden',
  unverifiedTitle: 'Vi får ikke bekreftet rollen din nå',
  unverifiedText:
    'Registeret som sier hvem du kan handle for, svarer ikke. Så lenge kan ingenting gjøres for {name}.',
  unverifiedSafe: 'Det du har lagret, er trygt, og en betaling som er gjort, gjelder.',
  noRoleTitle: 'Du kan ikke handle for virksomheten',
  noRoleText:
    'Registeret sier at du ikke har en rolle der som lar deg handle alene. Spør den som er daglig leder eller styrets leder.',
  tryAgain: 'Prøv igjen',
  continueAsSelf: 'Fortsett som deg selv',
  foreignPostTitle: 'Skjemaet ble ikke sendt fra denne siden',
  foreignPostText: 'For sikkerhets skyld tok vi det ikke imot. Gå tilbake, last siden på nytt og prøv igjen.',
  stepUpCancelled: 'Du avbrøt hos ID-porten, og ingenting er signert. Du kan prøve igjen.',
  stepUpWrongPerson:
    'Du logget inn som en annen person. Ingenting er signert. Den som er innlogget her, må signere selv.',
  stepUpLevel:
    'Du logget inn på et lavere nivå enn signeringen krever. Ingenting er signert. Prøv igjen med for eksempel BankID eller Buypass.',
  stepUpExpired: 'Det gikk for lang tid før du kom tilbake. Ingenting er signert. Prøv igjen.',
  stepUpUnavailable:
    'Vi får ikke kontakt med ID-porten akkurat nå. Ingenting er signert. Vent litt og prøv igjen.',
  stepUpFailed: 'Vi fikk ikke bekreftet hvem du er. Ingenting er signert. Prøv igjen.',
  sessionEnding:
    'Du blir logget ut om mindre enn fem minutter, fordi det er en stund siden du gjorde noe. Det som er lagret, er trygt.',
  sessionStay: 'Forbli innlogget',
  sessionEnded:
    'Du er logget ut. Logg inn igjen i en ny fane, så kan du fortsette der du slapp på denne siden.',
  sessionNoScript:
    'Du blir logget ut når det har gått 30 minutter uten at du går videre eller lagrer. Skjer det, tar vi vare på det du har skrevet på siden når du sender den.',
} as const;
