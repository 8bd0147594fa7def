/** What keeps a service from being published: where in the service it is, and what to do about it. */
export const definition = {
  sentence: '{place}: {what}',
  missing_text: 'Teksten mangler. Skriv den.',
  unknown_variant:
    '«{variant}» er ingen rekke av steg som Kvitt kan kjøre. Be den som setter opp tjenesten om å velge en annen.',
  unknown_type:
    'Kvitt har ikke tjenester av typen «{type}». Be den som setter opp tjenesten om å velge en annen.',
  type_without_payment:
    'Tjenester av typen «{type}» kan ikke ha betaling. Bare tjenester der noe sendes inn, kan ha det.',
  pages_missing: 'Tjenesten har et utfyllingssteg, men ingen sider å fylle ut. Legg til minst én side.',
  pages_unwanted:
    'Tjenesten har ikke noe utfyllingssteg, men den har sider. Ta bort sidene, eller velg steg med utfylling.',
  option_list_missing:
    '«{component}» skal hente svaralternativene fra listen «{list}», som ikke finnes. Legg inn listen, eller skriv alternativene på spørsmålet.',
  prefill_unseen:
    'Feltet «{field}» skal fylles ut på forhånd, men ingen spørsmål viser det. Knytt et spørsmål til feltet, eller ta bort forhåndsutfyllingen.',
  never_answered:
    '«{component}» må fylles ut, men er alltid låst, og ingen forhåndsutfylling gir svaret. Da kan skjemaet aldri sendes inn. Lås opp spørsmålet, gjør det valgfritt, eller legg inn forhåndsutfylling.',
  signing_missing:
    'Tjenesten har et signeringssteg, men det er ikke valgt hvor sikkert man må logge inn for å signere. Velg et nivå.',
  signing_unwanted: 'Tjenesten har ikke noe signeringssteg. Ta bort innstillingene for signering.',
  day_of_signing:
    'Tjenesten signeres før den betales, så prisene på signeringsdagen gjelder. Velg signeringsdagen.',
  day_of_submitting:
    'Tjenesten signeres ikke før den betales, så prisene på innsendingsdagen gjelder. Velg innsendingsdagen.',
  reservation_short:
    'En reservasjon av penger varer bare {lives} dager hos leverandøren, og her må den vare {wanted}. Gjør signeringsfristen kortere, eller trekk pengene med en gang.',
  no_reservation:
    'Avtalen kan ikke reservere penger, men tjenesten vil reservere før den trekker. Velg en annen avtale under «Betaling», eller trekk pengene med en gang.',
  no_refund:
    'Avtalen kan ikke betale tilbake penger, men tjenesten lar fullførte saker trekkes. Velg nei under «Trekking og lagring», eller en annen avtale under «Betaling».',
  no_partial_refund:
    'Leverandøren kan bare betale tilbake hele beløpet, så tjenesten kan ikke beholde et gebyr når noen trekker saken. La alt gå tilbake.',
  nobody_mailed:
    'Ingen får e-post når noe er galt med en betaling. Under «Varsler» og «E-post om varsler» skriver du hvem som skal ha den.',
  method_unknown:
    'Avtalen med leverandøren har ikke betalingsmåten «{method}». Velg den bort under «Betaling», eller få den inn i avtalen.',
  agreement_unknown:
    'Virksomheten har ingen avtale som heter «{agreement}». Velg en annen under «Betaling», eller lag avtalen under «Avtaler».',
  card_type_unknown: 'Avtalen kan ikke avgrenses til slike kort ({type}). Velg det bort under «Betaling».',
  currency_unpayable:
    'Ingenting av det som er tillatt, kan betales i {currency}. Velg andre betalingsmåter eller en annen avtale under «Betaling».',
  description_characters: 'Leverandørene tar ikke imot tegnene {characters}. Skriv teksten uten dem.',
  description_template:
    'Teksten går til leverandøren slik den står, og ingenting blir satt inn i den. Skriv den uten krøllparenteser.',
  description_personal:
    'Det ser ut som om teksten inneholder et fødselsnummer. Teksten går til leverandøren og skal ikke ha opplysninger om personer.',
  field_unfilled:
    'En regel leser feltet «{field}», som ingen spørsmål fyller ut. Den er derfor alltid tom. Se etter om navnet er feil.',
  rows_no_group:
    'Regelen priser rader i «{group}», men skjemaet har ingen gruppe med slike rader. Da koster det aldri noe. Legg til gruppen, eller rett regelen.',
  rows_too_many:
    'Man kan fylle ut {rows} rader i «{group}», men bare {max} kan få hver sin linje i prisen. Tillat færre rader, eller la dem stå som én linje.',
  missing: 'Må fylles ut.',
  wrong_kind: 'Det som står her, er av feil slag, for eksempel tekst der det skal være et tall.',
  wrong_form: 'Det som står her, er ikke skrevet på riktig måte.',
  too_long: 'Teksten er for lang. Den kan ha høyst {max} tegn.',
  too_short: 'Teksten er for kort. Den må ha minst {min} tegn.',
  too_many: 'Det er for mange. Det kan være høyst {max}.',
  too_few: 'Det er for få. Det må være minst {min}.',
  too_large: 'Tallet er for stort. Det kan være høyst {max}.',
  too_small: 'Tallet er for lite. Det må være minst {min}.',
  not_allowed: 'Verdien er ikke blant dem man kan velge.',
  unknown_field: 'Kvitt har ikke innstillingen «{names}». Ta den bort.',
  used_twice: 'Det samme står to ganger. Ta bort det ene.',
  bad_condition:
    'Regelen er ikke skrevet på en måte som Kvitt forstår. Be den som setter opp tjenesten om å rette den.',
  bad_pattern:
    'Mønsteret som svaret skal følge, kan ikke brukes. Be den som setter opp tjenesten om å rette det.',
  component_settings:
    'Noe som trengs her, mangler, eller to innstillinger går ikke sammen. Se etter at den har tittel, felt å lagre svaret i og svaralternativer der det trengs.',
  form_tree:
    '«{component}» er brukt to ganger, står på feil sted eller viser til noe som ikke finnes i skjemaet. Rett eller ta den bort.',
  condition_unanswered:
    '«{component}» har en regel som spør etter «{asked}», og det har et skjema ikke svar på. Be den som setter opp tjenesten om å skrive regelen på en annen måte.',
  rule_settings:
    'Beløpene, datoene eller de andre innstillingene i prisregelen går ikke sammen. Se over dem under «Priser».',
  rule_reference:
    'Prisregelen passer ikke sammen med en annen prisregel som den bygger på: den finnes ikke, kommer senere, har et annet navn eller en annen merverdiavgift.',
  not_accepted: 'Kvitt godtar ikke det som står her. Be den som setter opp tjenesten om å se på det.',
  part_page: 'Siden «{name}»',
  part_component: '«{name}»',
  part_rule: 'prisregelen «{name}»',
  part_text: '{language}, «{name}»',
  part_unnamed: 'innstillingen «{name}»',
  at_whole: 'Tjenesten',
  at_slug: 'Adressen til tjenesten',
  at_serviceType: 'Type tjeneste',
  at_variant: 'Stegene i tjenesten',
  at_texts: 'Tekster',
  at_pages: 'Skjemaet',
  at_optionLists: 'Lister med svaralternativer',
  at_prefill: 'Forhåndsutfylling',
  at_pricing: 'Priser',
  at_payment: 'Betaling',
  at_signIn: 'Innlogging',
  at_signing: 'Signering',
  at_deadlines: 'Frister',
  at_retention: 'Lagringstid',
  at_withdrawal: 'Trekking',
  at_received: 'Når saken regnes som mottatt',
  at_actingParties: 'Hvem som kan bruke tjenesten',
  at_category: 'Kategori',
  field_id: 'id',
  field_type: 'type',
  field_textResourceBindings: 'tekstene',
  field_dataModelBindings: 'feltet som svaret lagres i',
  field_required: 'om svaret må fylles ut',
  field_hidden: 'når spørsmålet er skjult',
  field_readOnly: 'når svaret er låst',
  field_options: 'svaralternativene',
  field_optionsId: 'listen med svaralternativer',
  field_format: 'formatet',
  field_pattern: 'mønsteret',
  field_min: 'minste verdi',
  field_max: 'største verdi',
  field_minLength: 'korteste svar',
  field_maxLength: 'lengste svar',
  field_minCount: 'færreste rader',
  field_maxCount: 'fleste rader',
  field_condition: 'når regelen gjelder',
  field_amountMinor: 'beløpet',
  field_vat: 'merverdiavgiften',
  field_dateBasis: 'dagen som avgjør prisen',
  field_capture: 'når pengene trekkes',
  field_methods: 'betalingsmåter',
  field_cardTypes: 'slag kort',
  field_agreement: 'avtalen',
  field_acr: 'sikkerhetsnivået',
  field_draftDays: 'dager til utfylling',
  field_paymentDays: 'dager til betaling',
  field_signingDays: 'dager til signering',
};
