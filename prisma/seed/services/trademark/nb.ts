export const nb = {
  'service.title': 'Søk om registrering av varemerke',
  'service.summary': 'Søk om enerett til et navn, en logo eller et annet kjennetegn for det du selger.',
  'service.about': `Et registrert varemerke gir deg enerett til å bruke merket i næringsvirksomhet i Norge. Registreringen varer i ti år, og du kan fornye den så mange ganger du vil.

Eneretten gjelder bare for de varene og tjenestene du søker for. De er delt inn i 45 klasser, og du velger klassene selv.

Vi undersøker om merket skiller seg nok ut, og om det kan forveksles med merker som alt er registrert. Det er lurt å søke i registeret før du sender inn søknaden.`,
  'service.need': `- merket slik du vil registrere det: teksten, eller et bilde av figuren
- en oversikt over varene og tjenestene du skal bruke merket for
- land, dato og nummer for den første søknaden, hvis du vil kreve prioritet
- et betalingskort`,
  'service.price': `- Søknad med én klasse: 3\u00a0200\u00a0kr
- Hver klasse utover den første: 800\u00a0kr
- Hurtigbehandling, hvis du velger det: 2\u00a0500\u00a0kr

Satsene er eksempler. Gebyret er ikke merverdiavgiftspliktig. Du får det ikke tilbake hvis søknaden blir avslått.`,
  'service.purpose':
    'Merkestyret bruker opplysningene til å behandle søknaden og føre varemerkeregisteret. Merket, klassene og navnet på søkeren blir offentlige.',
  'service.legalBasis': 'Varemerkeloven § 12 og personvernforordningen artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringen i meldingsboksen med en gang. Ordinær behandling tar om lag tre måneder, hurtigbehandling om lag tre uker. Avgjørelsen kommer i meldingsboksen.',
  'payment.description': 'Gebyr for søknad om varemerke',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'applicant.title': 'Søker og kontaktperson',
  'applicantIntro.title':
    'Den du handler på vegne av, blir søker og eier av merket. Du ser navnet øverst på siden.',
  'contactName.title': 'Navn på kontaktpersonen',
  'contactName.short': 'navnet på kontaktpersonen',
  'contactEmail.title': 'E-postadresse',
  'contactEmail.short': 'e-postadressen',
  'contactEmail.description': 'Vi bruker den bare hvis vi har spørsmål om søknaden.',
  'contactPhone.title': 'Telefonnummer',
  'contactPhone.short': 'telefonnummeret',
  'hasRepresentative.title': 'Skal en fullmektig ha kontakten med oss?',
  'hasRepresentative.short': 'ja eller nei for fullmektig',
  'hasRepresentative.description':
    'En fullmektig er for eksempel en advokat eller et patentbyrå som tar seg av søknaden for deg.',
  'representativeName.title': 'Navn på fullmektigen',
  'representativeName.short': 'navnet på fullmektigen',
  'representativeFirm.title': 'Organisasjonen til fullmektigen',
  'representativeFirm.description':
    'Hvis fullmektigen handler for en organisasjon: skriv nummeret og velg «Hent», så finner vi navnet.',
  'ownReference.title': 'Din egen referanse',
  'ownReference.short': 'referansen',
  'ownReference.description': 'Hvis du vil kjenne igjen saken i ditt eget system.',

  'mark.title': 'Varemerket',
  'markType.title': 'Hva slags merke vil du registrere?',
  'markType.short': 'hva slags merke det er',
  'markType.word': 'Ordmerke: bare tekst, uansett skrifttype',
  'markType.figure': 'Figurmerke: en figur eller logo uten tekst',
  'markType.combined': 'Kombinert merke: tekst og figur sammen',
  'markType.shape': 'Tredimensjonalt merke: form eller emballasje',
  'markText.title': 'Teksten i merket',
  'markText.short': 'teksten i merket',
  'markText.description': 'Skriv teksten nøyaktig slik den skal registreres.',
  'markImage.title': 'Bilde av merket',
  'markImage.short': 'bilde av merket',
  'markImage.description':
    'Ett bilde i PNG, JPEG eller PDF. Bildet viser nøyaktig det som blir registrert, også fargene.',
  'markColours.title': 'Farger i merket',
  'markColours.short': 'fargene',
  'markColours.description':
    'For eksempel mørkeblå og hvit. La feltet stå tomt hvis merket er i svart-hvitt.',
  'foreignWords.title': 'Er det ord på et annet språk enn norsk eller engelsk i merket?',
  'foreignWords.short': 'ja eller nei for ord på andre språk',
  'translation.title': 'Hva betyr ordene på norsk?',
  'translation.short': 'hva ordene betyr',

  'goods.title': 'Varer og tjenester',
  'classesInfo.title':
    'Den første klassen er med i grunngebyret. Hver klasse til koster 800\u00a0kr. Du kan ikke legge til klasser etter at søknaden er sendt inn.',
  'classes.title': 'Hvilke klasser gjelder søknaden?',
  'classes.short': 'klasser',
  'classes.description': 'Klasse 1–34 er varer, og klasse 35–45 er tjenester.',
  'goodsDescription.title': 'Hvilke varer og tjenester skal du bruke merket for?',
  'goodsDescription.short': 'varene og tjenestene',
  'goodsDescription.description':
    'Skriv dem klasse for klasse, for eksempel: Klasse 25: arbeidsklær, vernesko. Klasse 35: nettbutikk med arbeidsklær.',

  'priority.title': 'Prioritet',
  'claimPriority.title': 'Har du søkt om det samme merket i et annet land de siste seks månedene?',
  'claimPriority.short': 'ja eller nei for tidligere søknad',
  'claimPriority.description':
    'Da kan den norske søknaden regnes som om den kom inn samme dag som den første.',
  'priorityCountry.title': 'Hvor leverte du den første søknaden?',
  'priorityCountry.short': 'landet for den første søknaden',
  'priorityCountry.DK': 'Danmark',
  'priorityCountry.SE': 'Sverige',
  'priorityCountry.EU': 'Den europeiske union',
  'priorityCountry.GB': 'Storbritannia',
  'priorityCountry.US': 'USA',
  'priorityCountry.other': 'Et annet land',
  'priorityOther.title': 'Hvilket land?',
  'priorityOther.short': 'hvilket land det er',
  'priorityDate.title': 'Dato for den første søknaden',
  'priorityDate.short': 'datoen for den første søknaden',
  'priorityNumber.title': 'Nummeret på den første søknaden',
  'priorityNumber.short': 'nummeret på den første søknaden',

  'handlingPage.title': 'Behandling og bekreftelse',
  'handling.title': 'Hvor raskt vil du ha svar?',
  'handling.short': 'hvor raskt du vil ha svar',
  'handling.ordinary': 'Ordinær behandling, om lag tre måneder',
  'handling.expedited': 'Hurtigbehandling, om lag tre uker (2\u00a0500\u00a0kr i tillegg)',
  'declaration.title': 'Bekreftelse',
  'declaration.short': 'bekreftelsen',
  'declaration.confirmed':
    'Jeg bekrefter at opplysningene er riktige, og at søkeren har rett til å søke om dette merket.',

  'unit.classes': 'klasser',
  'price.application': 'Søknad om varemerke, med én klasse',
  'price.furtherClasses': 'Klasser utover den første',
  'price.expedited': 'Hurtigbehandling',
} as const;
