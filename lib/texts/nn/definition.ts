/** What keeps a service from being published: where in the service it is, and what to do about it. */
export const definition = {
  sentence: '{place}: {what}',
  missing_text: 'Teksten manglar. Skriv han.',
  unknown_variant:
    '«{variant}» er inga rekkje av steg som Kvitt kan køyre. Be den som set opp tenesta om å velje ei anna.',
  unknown_type:
    'Kvitt har ikkje tenester av typen «{type}». Be den som set opp tenesta om å velje ein annan.',
  type_without_payment:
    'Tenester av typen «{type}» kan ikkje ha betaling. Berre tenester der noko blir sendt inn, kan ha det.',
  pages_missing: 'Tenesta har eit utfyllingssteg, men ingen sider å fylle ut. Legg til minst éi side.',
  pages_unwanted:
    'Tenesta har ikkje noko utfyllingssteg, men ho har sider. Ta bort sidene, eller vel steg med utfylling.',
  option_list_missing:
    '«{component}» skal hente svaralternativa frå lista «{list}», som ikkje finst. Legg inn lista, eller skriv alternativa på spørsmålet.',
  prefill_unseen:
    'Feltet «{field}» skal fyllast ut på førehand, men ingen spørsmål viser det. Knyt eit spørsmål til feltet, eller ta bort førehandsutfyllinga.',
  never_answered:
    '«{component}» må fyllast ut, men er alltid låst, og inga førehandsutfylling gir svaret. Då kan skjemaet aldri sendast inn. Lås opp spørsmålet, gjer det valfritt, eller legg inn førehandsutfylling.',
  signing_missing:
    'Tenesta har eit signeringssteg, men det er ikkje valt kor sikkert ein må logge inn for å signere. Vel eit nivå.',
  signing_unwanted: 'Tenesta har ikkje noko signeringssteg. Ta bort innstillingane for signering.',
  day_of_signing:
    'Tenesta blir signert før ho blir betalt, så prisane på signeringsdagen gjeld. Vel signeringsdagen.',
  day_of_submitting:
    'Tenesta blir ikkje signert før ho blir betalt, så prisane på innsendingsdagen gjeld. Vel innsendingsdagen.',
  reservation_short:
    'Ein reservasjon av pengar varer berre {lives} dagar hos leverandøren, og her må han vare {wanted}. Gjer signeringsfristen kortare, eller trekk pengane med ein gong.',
  no_reservation:
    'Avtalen kan ikkje reservere pengar, men tenesta vil reservere før ho trekkjer. Vel ein annan avtale under «Betaling», eller trekk pengane med ein gong.',
  no_refund:
    'Avtalen kan ikkje betale tilbake pengar, men tenesta lèt fullførte saker trekkjast. Vel nei under «Trekking og lagring», eller ein annan avtale under «Betaling».',
  no_partial_refund:
    'Leverandøren kan berre betale tilbake heile beløpet, så tenesta kan ikkje behalde eit gebyr når nokon trekkjer saka. La alt gå tilbake.',
  nobody_mailed:
    'Ingen får e-post når noko er gale med ei betaling. Under «Varsel» og «E-post om varsel» skriv du kven som skal ha han.',
  method_unknown:
    'Avtalen med leverandøren har ikkje betalingsmåten «{method}». Vel han bort under «Betaling», eller få han inn i avtalen.',
  agreement_unknown:
    'Verksemda har ingen avtale som heiter «{agreement}». Vel ein annan under «Betaling», eller lag avtalen under «Avtalar».',
  card_type_unknown: 'Avtalen kan ikkje avgrensast til slike kort ({type}). Vel det bort under «Betaling».',
  currency_unpayable:
    'Ingenting av det som er tillate, kan betalast i {currency}. Vel andre betalingsmåtar eller ein annan avtale under «Betaling».',
  description_characters: 'Leverandørane tek ikkje imot teikna {characters}. Skriv teksten utan dei.',
  description_template:
    'Teksten går til leverandøren slik han står, og ingenting blir sett inn i han. Skriv han utan krøllparentesar.',
  description_personal:
    'Det ser ut som om teksten inneheld eit fødselsnummer. Teksten går til leverandøren og skal ikkje ha opplysningar om personar.',
  field_unfilled:
    'Ein regel les feltet «{field}», som ingen spørsmål fyller ut. Det er difor alltid tomt. Sjå etter om namnet er feil.',
  rows_no_group:
    'Regelen prisar rader i «{group}», men skjemaet har inga gruppe med slike rader. Då kostar det aldri noko. Legg til gruppa, eller rett regelen.',
  rows_too_many:
    'Ein kan fylle ut {rows} rader i «{group}», men berre {max} kan få kvar si linje i prisen. Tillat færre rader, eller la dei stå som éi linje.',
  missing: 'Må fyllast ut.',
  wrong_kind: 'Det som står her, er av feil slag, til dømes tekst der det skal vere eit tal.',
  wrong_form: 'Det som står her, er ikkje skrive på rett måte.',
  too_long: 'Teksten er for lang. Han kan ha høgst {max} teikn.',
  too_short: 'Teksten er for kort. Han må ha minst {min} teikn.',
  too_many: 'Det er for mange. Det kan vere høgst {max}.',
  too_few: 'Det er for få. Det må vere minst {min}.',
  too_large: 'Talet er for stort. Det kan vere høgst {max}.',
  too_small: 'Talet er for lite. Det må vere minst {min}.',
  not_allowed: 'Verdien er ikkje blant dei ein kan velje.',
  unknown_field: 'Kvitt har ikkje innstillinga «{names}». Ta ho bort.',
  used_twice: 'Det same står to gonger. Ta bort det eine.',
  bad_condition:
    'Regelen er ikkje skriven på ein måte som Kvitt forstår. Be den som set opp tenesta om å rette han.',
  bad_pattern:
    'Mønsteret som svaret skal følgje, kan ikkje brukast. Be den som set opp tenesta om å rette det.',
  component_settings:
    'Noko som trengst her, manglar, eller to innstillingar går ikkje i hop. Sjå etter at han har tittel, felt å lagre svaret i og svaralternativ der det trengst.',
  form_tree:
    '«{component}» er brukt to gonger, står på feil stad eller viser til noko som ikkje finst i skjemaet. Rett eller ta bort.',
  condition_unanswered:
    '«{component}» har ein regel som spør etter «{asked}», og det har eit skjema ikkje svar på. Be den som set opp tenesta om å skrive regelen på ein annan måte.',
  rule_settings:
    'Beløpa, datoane eller dei andre innstillingane i prisregelen går ikkje i hop. Sjå over dei under «Prisar».',
  rule_reference:
    'Prisregelen passar ikkje saman med ein annan prisregel som han byggjer på: han finst ikkje, kjem seinare, har eit anna namn eller ei anna meirverdiavgift.',
  not_accepted: 'Kvitt godtek ikkje det som står her. Be den som set opp tenesta om å sjå på det.',
  part_page: 'Sida «{name}»',
  part_component: '«{name}»',
  part_rule: 'prisregelen «{name}»',
  part_text: '{language}, «{name}»',
  part_unnamed: 'innstillinga «{name}»',
  at_whole: 'Tenesta',
  at_slug: 'Adressa til tenesta',
  at_serviceType: 'Type teneste',
  at_variant: 'Stega i tenesta',
  at_texts: 'Tekstar',
  at_pages: 'Skjemaet',
  at_optionLists: 'Lister med svaralternativ',
  at_prefill: 'Førehandsutfylling',
  at_pricing: 'Prisar',
  at_payment: 'Betaling',
  at_signIn: 'Innlogging',
  at_signing: 'Signering',
  at_deadlines: 'Fristar',
  at_retention: 'Lagringstid',
  at_withdrawal: 'Trekking',
  at_received: 'Når saka blir rekna som motteken',
  at_actingParties: 'Kven som kan bruke tenesta',
  at_category: 'Kategori',
  field_id: 'id',
  field_type: 'type',
  field_textResourceBindings: 'tekstane',
  field_dataModelBindings: 'feltet som svaret blir lagra i',
  field_required: 'om svaret må fyllast ut',
  field_hidden: 'når spørsmålet er gøymt',
  field_readOnly: 'når svaret er låst',
  field_options: 'svaralternativa',
  field_optionsId: 'lista med svaralternativ',
  field_format: 'formatet',
  field_pattern: 'mønsteret',
  field_min: 'minste verdi',
  field_max: 'største verdi',
  field_minLength: 'kortaste svar',
  field_maxLength: 'lengste svar',
  field_minCount: 'færraste rader',
  field_maxCount: 'flest rader',
  field_condition: 'når regelen gjeld',
  field_amountMinor: 'beløpet',
  field_vat: 'meirverdiavgifta',
  field_dateBasis: 'dagen som avgjer prisen',
  field_capture: 'når pengane blir trekte',
  field_methods: 'betalingsmåtar',
  field_cardTypes: 'slag kort',
  field_agreement: 'avtalen',
  field_acr: 'tryggleiksnivået',
  field_draftDays: 'dagar til utfylling',
  field_paymentDays: 'dagar til betaling',
  field_signingDays: 'dagar til signering',
};
