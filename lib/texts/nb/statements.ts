/** The two statements of the footer, in Markdown. An operator of Kvitt replaces them with their own. */
export const statements = {
  accessibilityTitle: 'Tilgjengelighetserklæring',
  accessibilityBody: `Alle skal kunne bruke Kvitt: på telefon, med tastatur, med skjermleser, med forstørret tekst, på tregt nett og uten JavaScript.

## Krav vi bygger etter

Kvitt er laget for å følge forskrift om universell utforming av IKT-løsninger og retningslinjene WCAG 2.1 på nivå A og AA, og de nye kravene i WCAG 2.2 der det er mulig.

## Slik prøver vi

- Hver type side prøves med et automatisk verktøy (axe) når koden endres.
- En hel søknad med betaling prøves uten JavaScript, og på en skjerm som er 390 piksler bred. De viktigste sidene prøves også på 320 piksler.
- Et skjema og veien til betaling prøves med bare tastatur.

Løsningen er ikke prøvd av brukere med skjermleser, og den er ikke gjennomgått av en uavhengig part.

## Det vi vet ikke er godt nok

- Betalingssiden tilhører betalingsleverandøren, og innloggingen tilhører ID-porten. De har egne tilgjengelighetserklæringer.
- Vedlegg som andre har laget, kan være vanskelige å lese med skjermleser.

## Si fra

Finner du noe som ikke fungerer for deg, kan du si fra til den som har tjenesten. Navnet står på siden til hver tjeneste. Du kan også klage til Tilsynet for universell utforming av IKT (uutilsynet.no).

Denne erklæringen gjelder en demo av Kvitt. Den som setter Kvitt i drift, skal publisere sin egen.`,
  privacyTitle: 'Personvernerklæring',
  privacyBody: `## Hvem som er ansvarlig

Den som har en tjeneste, for eksempel en kommune eller en etat, er behandlingsansvarlig for opplysningene du gir der. Navnet, formålet og det rettslige grunnlaget står på siden til hver tjeneste. Kvitt behandler opplysningene på vegne av dem.

## Hvilke opplysninger vi behandler

- **Når du logger inn:** fødselsnummeret ditt og hvilket nivå du logget inn på, fra ID-porten, og navnet ditt, fra Folkeregisteret. Fødselsnummeret lagres kryptert.
- **Når du handler for en virksomhet:** hvilke roller du har i den, fra virksomhetsregisteret.
- **Når du fyller ut:** svarene og vedleggene dine. Er det noe i svarene som kan være et fødselsnummer, lagres svarene kryptert. Vedlegg lagres slik du sendte dem.
- **Når et skjema fylles ut på forhånd:** navn, adresse, e-postadresse og telefonnummer fra registrene lagres med svarene dine.
- **Når du betaler:** beløp, tidspunkt, betalingsmåte og de siste sifrene i kortnummeret. Kortopplysninger gir du til betalingsleverandøren. Kvitt ser dem aldri.
- **Når vi varsler deg:** e-postadressen din hentes fra Kontakt- og reservasjonsregisteret hver gang vi sender noe. Vi lagrer den ikke.
- **I driftsloggen:** hva systemet gjør, uten fødselsnummer, navn, kortnummer eller svar.

## Hvor lenge

Et påbegynt skjema utløper etter fristen som står på siden til tjenesten. En fullført sak blir oppbevart i arkivet så lenge reglene for tjenesten krever det. Du kan lese og laste ned din egen kopi.

## Hvem som får opplysningene

Den som har tjenesten, får saken. Betalingsleverandøren får beløpet, en referanse og en kort beskrivelse uten personopplysninger. Henter du et navn, sender vi nummeret og etternavnet du skrev, til registeret. Ingen andre får noe fra oss.

## Informasjonskapsler

Vi bruker bare de kapslene som må til: en som holder deg innlogget, noen som bare lever mens du logger inn, en som husker språket du har valgt, og en som lever i noen sekunder når du forlater et skjema mens det lagres, og bare sier hvilken lagring neste side skal vente på. Vi sporer deg ikke og bruker ikke statistikkverktøy fra andre.

## Rettighetene dine

Du kan be om innsyn, retting og i noen tilfeller sletting hos den som har tjenesten. Du kan klage til Datatilsynet (datatilsynet.no).

Denne erklæringen gjelder en demo av Kvitt, der alle personer er oppdiktet. Ikke legg inn ekte personopplysninger. Den som setter Kvitt i drift, skal publisere sin egen erklæring.`,
} as const;
