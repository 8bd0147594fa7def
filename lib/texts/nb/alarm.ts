/** What needs a person: each kind of alarm, and what the service owner does about it. */
export const alarm = {
  price_failed: 'Prisen kunne ikke beregnes',
  price_failed_do:
    'Prisregelen «{rule}» ga ingen pris for svarene i en sak, så søkeren kom ikke videre. Se over beløpene under «Priser» på tjenestens side, og at regelen dekker alle svar.',
  payment_mismatch: 'Betalingen stemmer ikke med det som skulle betales',
  payment_mismatch_do:
    'Leverandøren oppga {what, select, amount {et annet beløp} currency {en annen valuta} other {en annen referanse}}: {told}. Det skulle vært {expected}. Saken står til dette er avklart. Gi pengene tilbake hos leverandøren, og si fra på betalingens side når det er gjort. Da kan det betales på nytt.',
  create_refused: 'Leverandøren avviste en betaling',
  create_refused_do:
    'Søkeren fikk ikke åpnet betalingen. Ingen penger er trukket. Kontroller avtalen med leverandøren, og oppgi feilkoden {code} hvis du kontakter dem.',
  operation_unanswered: 'Leverandøren svarer ikke',
  operation_unanswered_do:
    '{action, select, capture {Trekk} cancel {Opphevelse} refund {Tilbakebetaling} other {Betaling}} av {amount} er forsøkt mange ganger uten svar. Kvitt prøver videre. Kontakt leverandøren hvis det varer, og oppgi feilkoden {code}.',
  operation_unknown: 'Ingen vet om noe ble utført',
  operation_unknown_do:
    '{action, select, capture {Trekk} cancel {Opphevelse} refund {Tilbakebetaling} other {Betaling}} av {amount} fikk ikke noe klart svar, og leverandøren kan ikke spørres. Kvitt prøver ikke på nytt. Se etter i leverandørens administrasjon, og si på betalingens side hva du fant. Feilkode: {code}.',
  cancel_refused: 'En reservasjon ble ikke opphevet',
  cancel_refused_do:
    'Leverandøren avviste å oppheve reservasjonen på {amount}. Sjekk betalingen hos leverandøren, og opphev den der. Feilkode: {code}.',
  refund_refused: 'En tilbakebetaling gikk ikke gjennom',
  refund_refused_do:
    'Leverandøren avviste å betale tilbake {amount}. Kvitt prøver videre. Sjekk at det er dekning på kontoen hos leverandøren, og kontakt dem om det ikke går. Feilkode: {code}.',
  refund_unseen: 'En tilbakebetaling er ikke å se hos leverandøren',
  refund_unseen_do:
    'Leverandøren sa ja til å betale tilbake {amount} for over et døgn siden, men viser ikke at det er gjort. Se på betalingen hos leverandøren. Ble det ikke noe av, merker du varselet som håndtert og bestiller tilbakebetalingen på nytt på betalingens side.',
  stranded_money: 'Penger er trukket for en sak som ikke skal ha dem',
  stranded_money_do:
    '{amount} er trukket for en sak som er avbrutt, utløpt eller allerede betalt. Kvitt har bestilt tilbakebetaling. Følg med på betalingen til pengene er sendt tilbake.',
  payment_stuck: 'En betalt sak kunne ikke føres videre',
  payment_stuck_do:
    '{amount} er betalt, men saken lot seg ikke føre videre på fem minutter. Kvitt har bestilt tilbakebetaling, og søkeren får beskjed når pengene er sendt. Meld fra til dem som drifter Kvitt: flere saker i tjenesten kan stoppe likt.',
  payment_disputed: 'Betalerens bank har ført penger tilbake',
  payment_disputed_do:
    'Betaleren har bestridt en betaling, og banken har ført tilbake {amount}. Svar leverandøren innen fristen deres, med kvittering og sak. Lukk avviket under «Avstemming» når det er gjort.',
  payment_unresolved: 'Ingen vet hvordan en betaling gikk',
  payment_unresolved_do:
    'Leverandøren kan ikke spørres, og har ikke meldt noe om betalingen på {amount} på en time. Se hos leverandøren om den er betalt. Den som skulle betale, kan fortsatt gå til betalingssiden.',
  content_damaged: 'Innholdet er ikke som det ble bekreftet',
  content_damaged_do:
    'Svar, vedlegg eller beløp i saken er endret etter innsending, så ingen kan signere den. Meld fra til dem som drifter Kvitt, og be søkeren sende inn på nytt.',
  undelivered: 'Noe er ikke levert',
  undelivered_do:
    '{what, select, credit_note {Pengene er betalt tilbake, men kreditnotaen ligger ikke i meldingsboksen ennå.} other {Saken er ferdig, men kopien til arkivet og kvitteringen i meldingsboksen er ikke laget ennå.}} Kvitt prøver videre. Meld fra til dem som drifter Kvitt hvis varselet blir stående.',
  settlement_differences: 'Nye avvik i avstemmingen',
  settlement_differences_do:
    'Oppgjørsrapportene for {agreement} stemmer ikke med betalinger og saker. Åpne avvik nå: {count}. Gå til «Avstemming» og se hva du kan gjøre med hvert av dem.',
  agreement_unusable: 'En betalingsavtale kan ikke brukes',
  agreement_unusable_do:
    'Kvitt får ikke åpnet nøklene til avtalen {agreement}. Så lenge kan ingen starte en betaling med den, og betalinger med den blir ikke fulgt opp, trukket eller betalt tilbake. Meld fra til dem som drifter Kvitt. Kvitt tar opp igjen det som venter, når avtalen kan åpnes.',
  unknown: 'Noe må ses på',
  unknown_do: 'Se på saken, og meld fra til dem som drifter Kvitt.',
};
