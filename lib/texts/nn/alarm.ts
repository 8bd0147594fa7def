/** What needs a person: each kind of alarm, and what the service owner does about it. */
export const alarm = {
  price_failed: 'Prisen kunne ikkje reknast ut',
  price_failed_do:
    'Prisregelen «{rule}» gav ingen pris for svara i ei sak, så søkjaren kom ikkje vidare. Sjå over beløpa under «Prisar» på sida til tenesta, og at regelen dekkjer alle svar.',
  payment_mismatch: 'Betalinga stemmer ikkje med det som skulle betalast',
  payment_mismatch_do:
    'Leverandøren oppgav {what, select, amount {eit anna beløp} currency {ein annan valuta} other {ein annan referanse}}: {told}. Det skulle vore {expected}. Saka står til dette er avklart. Gi pengane tilbake hos leverandøren, og sei frå på sida til betalinga når det er gjort. Då kan det betalast på nytt.',
  create_refused: 'Leverandøren avviste ei betaling',
  create_refused_do:
    'Søkjaren fekk ikkje opna betalinga. Ingen pengar er trekte. Kontroller avtalen med leverandøren, og oppgi feilkoden {code} dersom du kontaktar dei.',
  operation_unanswered: 'Leverandøren svarar ikkje',
  operation_unanswered_do:
    '{action, select, capture {Trekk} cancel {Oppheving} refund {Tilbakebetaling} other {Betaling}} av {amount} er forsøkt mange gonger utan svar. Kvitt prøver vidare. Kontakt leverandøren dersom det varer, og oppgi feilkoden {code}.',
  operation_unknown: 'Ingen veit om noko vart utført',
  operation_unknown_do:
    '{action, select, capture {Trekk} cancel {Oppheving} refund {Tilbakebetaling} other {Betaling}} av {amount} fekk ikkje noko klart svar, og leverandøren kan ikkje spørjast. Kvitt prøver ikkje på nytt. Sjå etter i administrasjonen til leverandøren, og sei på sida til betalinga kva du fann. Feilkode: {code}.',
  cancel_refused: 'Ein reservasjon vart ikkje oppheva',
  cancel_refused_do:
    'Leverandøren avviste å oppheve reservasjonen på {amount}. Sjekk betalinga hos leverandøren, og opphev ho der. Feilkode: {code}.',
  refund_refused: 'Ei tilbakebetaling gjekk ikkje gjennom',
  refund_refused_do:
    'Leverandøren avviste å betale tilbake {amount}. Kvitt prøver vidare. Sjekk at det er dekning på kontoen hos leverandøren, og kontakt dei om det ikkje går. Feilkode: {code}.',
  refund_unseen: 'Ei tilbakebetaling er ikkje å sjå hos leverandøren',
  refund_unseen_do:
    'Leverandøren sa ja til å betale tilbake {amount} for over eit døgn sidan, men viser ikkje at det er gjort. Sjå på betalinga hos leverandøren. Vart det ikkje noko av, merkar du varselet som handtert og ber om tilbakebetalinga på nytt på sida til betalinga.',
  stranded_money: 'Pengar er trekte for ei sak som ikkje skal ha dei',
  stranded_money_do:
    '{amount} er trekt for ei sak som er avbroten, har gått ut eller alt er betalt. Kvitt har bede om tilbakebetaling. Følg med på betalinga til pengane er sende tilbake.',
  payment_stuck: 'Ei betalt sak kunne ikkje førast vidare',
  payment_stuck_do:
    '{amount} er betalt, men saka lét seg ikkje føre vidare på fem minutt. Kvitt har bede om tilbakebetaling, og søkjaren får melding når pengane er sende. Meld frå til dei som driftar Kvitt: fleire saker i tenesta kan stoppe likt.',
  payment_disputed: 'Banken til betalaren har ført pengar tilbake',
  payment_disputed_do:
    'Betalaren har bestride ei betaling, og banken har ført tilbake {amount}. Svar leverandøren innan fristen deira, med kvittering og sak. Lukk avviket under «Avstemming» når det er gjort.',
  payment_unresolved: 'Ingen veit korleis ei betaling gjekk',
  payment_unresolved_do:
    'Leverandøren kan ikkje spørjast, og har ikkje meldt noko om betalinga på {amount} på ein time. Sjå hos leverandøren om ho er betalt. Den som skulle betale, kan framleis gå til betalingssida.',
  content_damaged: 'Innhaldet er ikkje slik det vart stadfesta',
  content_damaged_do:
    'Svar, vedlegg eller beløp i saka er endra etter innsending, så ingen kan signere ho. Meld frå til dei som driftar Kvitt, og be søkjaren sende inn på nytt.',
  undelivered: 'Noko er ikkje levert',
  undelivered_do:
    '{what, select, credit_note {Pengane er betalte tilbake, men kreditnotaen ligg ikkje i meldingsboksen enno.} other {Saka er ferdig, men kopien til arkivet og kvitteringa i meldingsboksen er ikkje laga enno.}} Kvitt prøver vidare. Meld frå til dei som driftar Kvitt dersom varselet blir ståande.',
  settlement_differences: 'Nye avvik i avstemminga',
  settlement_differences_do:
    'Oppgjersrapportane for {agreement} stemmer ikkje med betalingar og saker. Opne avvik no: {count}. Gå til «Avstemming» og sjå kva du kan gjere med kvart av dei.',
  agreement_unusable: 'Ein betalingsavtale kan ikkje brukast',
  agreement_unusable_do:
    'Kvitt får ikkje opna nøklane til avtalen {agreement}. Så lenge kan ingen starte ei betaling med han, og betalingar med han blir ikkje følgde opp, trekte eller betalte tilbake. Meld frå til dei som driftar Kvitt. Kvitt tek opp att det som ventar, når avtalen kan opnast.',
  unknown: 'Noko må sjåast på',
  unknown_do: 'Sjå på saka, og meld frå til dei som driftar Kvitt.',
};
