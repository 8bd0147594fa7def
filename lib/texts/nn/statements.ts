export const statements = {
  accessibilityTitle: 'Tilgjengeerklæring',
  accessibilityBody: `Alle skal kunne bruke Kvitt: på telefon, med tastatur, med skjermlesar, med forstørra tekst, på tregt nett og utan JavaScript.

## Krav vi byggjer etter

Kvitt er laga for å følgje forskrift om universell utforming av IKT-løysingar og retningslinjene WCAG 2.1 på nivå A og AA, og dei nye krava i WCAG 2.2 der det er mogleg.

## Slik prøver vi

- Kvar type side blir prøvd med eit automatisk verktøy (axe) når koden blir endra.
- Ein heil søknad med betaling blir prøvd utan JavaScript, og på ein skjerm som er 390 pikslar brei. Dei viktigaste sidene blir òg prøvde på 320 pikslar.
- Eit skjema og vegen til betaling blir prøvde med berre tastatur.

Løysinga er ikkje prøvd av brukarar med skjermlesar, og ho er ikkje gjennomgått av ein uavhengig part.

## Det vi veit ikkje er godt nok

- Betalingssida høyrer til betalingsleverandøren, og innlogginga høyrer til ID-porten. Dei har eigne tilgjengeerklæringar.
- Vedlegg som andre har laga, kan vere vanskelege å lese med skjermlesar.

## Sei frå

Finn du noko som ikkje fungerer for deg, kan du seie frå til den som har tenesta. Namnet står på sida til kvar teneste. Du kan òg klage til Tilsynet for universell utforming av IKT (uutilsynet.no).

Denne erklæringa gjeld ein demo av Kvitt. Den som set Kvitt i drift, skal publisere si eiga.`,
  privacyTitle: 'Personvernerklæring',
  privacyBody: `## Kven som er ansvarleg

Den som har ei teneste, til dømes ein kommune eller ein etat, er behandlingsansvarleg for opplysningane du gir der. Namnet, føremålet og det rettslege grunnlaget står på sida til kvar teneste. Kvitt behandlar opplysningane på vegner av dei.

## Kva opplysningar vi behandlar

- **Når du loggar inn:** fødselsnummeret ditt og kva nivå du logga inn på, frå ID-porten, og namnet ditt, frå Folkeregisteret. Fødselsnummeret blir lagra kryptert.
- **Når du handlar for ei verksemd:** kva roller du har der, frå verksemdsregisteret.
- **Når du fyller ut:** svara og vedlegga dine. Er det noko i svara som kan vere eit fødselsnummer, blir svara lagra krypterte. Vedlegg blir lagra slik du sende dei.
- **Når eit skjema blir fylt ut på førehand:** namn, adresse, e-postadresse og telefonnummer frå registera blir lagra med svara dine.
- **Når du betaler:** beløp, tidspunkt, betalingsmåte og dei siste siffera i kortnummeret. Kortopplysningar gir du til betalingsleverandøren. Kvitt ser dei aldri.
- **Når vi varslar deg:** e-postadressa di blir henta frå Kontakt- og reservasjonsregisteret kvar gong vi sender noko. Vi lagrar ho ikkje.
- **I driftsloggen:** kva systemet gjer, utan fødselsnummer, namn, kortnummer eller svar.

## Kor lenge

Eit påbyrja skjema går ut etter fristen som står på sida til tenesta. Ei fullført sak blir oppbevart i arkivet så lenge reglane for tenesta krev det. Du kan lese og laste ned din eigen kopi.

## Kven som får opplysningane

Den som har tenesta, får saka. Betalingsleverandøren får beløpet, ein referanse og ei kort skildring utan personopplysningar. Hentar du eit namn, sender vi nummeret og etternamnet du skreiv, til registeret. Ingen andre får noko frå oss.

## Informasjonskapslar

Vi bruker berre dei kapslane som må til: ein som held deg innlogga, nokre som berre lever medan du loggar inn, ein som hugsar språket du har valt, og ein som lever i nokre sekund når du går frå eit skjema medan det blir lagra, og berre seier kva lagring neste side skal vente på. Vi sporar deg ikkje og bruker ikkje statistikkverktøy frå andre.

## Rettane dine

Du kan be om innsyn, retting og i nokre tilfelle sletting hos den som har tenesta. Du kan klage til Datatilsynet (datatilsynet.no).

Denne erklæringa gjeld ein demo av Kvitt, der alle personar er oppdikta. Ikkje legg inn ekte personopplysningar. Den som set Kvitt i drift, skal publisere si eiga erklæring.`,
} as const;
