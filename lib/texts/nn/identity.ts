export const identity = {
  signInTitle: 'Logg inn',
  signInLead: 'Du loggar inn med ID-porten, og kjem tilbake hit etterpå.',
  signInHigh: 'Tenesta krev innlogging på høgt nivå, til dømes med BankID eller Buypass.',
  signInHigherThanNow: 'Du er innlogga på eit lågare nivå enn tenesta krev. Logg inn på nytt.',
  signInButton: 'Logg inn med ID-porten',
  signInPrivacy: 'Vi får fødselsnummeret ditt frå ID-porten og namnet ditt frå Folkeregisteret.',
  errorTitle: 'Du vart ikkje logga inn',
  errorCancelled: 'Du avbraut innlogginga. Du kan prøve igjen når du vil.',
  errorLevel:
    'Du logga inn på eit lågare nivå enn tenesta krev. Vel til dømes BankID eller Buypass og prøv igjen.',
  errorFailed: 'Innlogginga tok for lang tid, eller ho vart starta i eit anna vindauge. Prøv igjen.',
  errorUnavailable:
    'Vi får ikkje kontakt med ID-porten akkurat no. Vent litt og prøv igjen. Det du har lagra, er trygt.',
  signedOutTitle: 'Du er logga ut',
  signedOutText: 'Du er logga ut av Kvitt og ID-porten. Det du har fylt ut og lagra, er trygt.',
  signedOutPartly:
    'Du er logga ut av Kvitt, men vi fekk ikkje kontakt med ID-porten. Lukk nettlesaren om andre bruker maskina.',
  signInAgain: 'Logg inn igjen',
  toFrontPage: 'Til framsida',
  unverifiedTitle: 'Vi får ikkje stadfesta rolla di no',
  unverifiedText:
    'Registeret som seier kven du kan handle for, svarar ikkje. Så lenge kan ingenting gjerast for {name}.',
  unverifiedSafe: 'Det du har lagra, er trygt, og ei betaling som er gjord, gjeld.',
  noRoleTitle: 'Du kan ikkje handle for verksemda',
  noRoleText:
    'Registeret seier at du ikkje har ei rolle der som lèt deg handle åleine. Spør den som er dagleg leiar eller styreleiar.',
  tryAgain: 'Prøv igjen',
  continueAsSelf: 'Hald fram som deg sjølv',
  foreignPostTitle: 'Skjemaet vart ikkje sendt frå denne sida',
  foreignPostText:
    'For å vere på den sikre sida tok vi det ikkje imot. Gå tilbake, last sida på nytt og prøv igjen.',
  stepUpCancelled: 'Du avbraut hos ID-porten, og ingenting er signert. Du kan prøve igjen.',
  stepUpWrongPerson:
    'Du logga inn som ein annan person. Ingenting er signert. Den som er innlogga her, må signere sjølv.',
  stepUpLevel:
    'Du logga inn på eit lågare nivå enn signeringa krev. Ingenting er signert. Prøv igjen med til dømes BankID eller Buypass.',
  stepUpExpired: 'Det gjekk for lang tid før du kom tilbake. Ingenting er signert. Prøv igjen.',
  stepUpUnavailable:
    'Vi får ikkje kontakt med ID-porten akkurat no. Ingenting er signert. Vent litt og prøv igjen.',
  stepUpFailed: 'Vi fekk ikkje stadfesta kven du er. Ingenting er signert. Prøv igjen.',
  sessionEnding:
    'Du blir logga ut om mindre enn fem minutt, fordi det er ei stund sidan du gjorde noko. Det som er lagra, er trygt.',
  sessionStay: 'Hald deg innlogga',
  sessionEnded:
    'Du er logga ut. Logg inn igjen i ei ny fane, så kan du halde fram der du slapp på denne sida.',
  sessionNoScript:
    'Du blir logga ut når det har gått 30 minutt utan at du går vidare eller lagrar. Skjer det, tek vi vare på det du har skrive på sida når du sender ho.',
} as const;
