import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Søk om registrering av varemerke',
  'service.summary': 'Søk om einerett til eit namn, ein logo eller eit anna kjenneteikn for det du sel.',
  'service.about': `Eit registrert varemerke gir deg einerett til å bruke merket i næringsverksemd i Noreg. Registreringa varer i ti år, og du kan fornye ho så mange gonger du vil.

Eineretten gjeld berre for dei varene og tenestene du søkjer for. Dei er delte inn i 45 klassar, og du vel klassane sjølv.

Vi undersøkjer om merket skil seg nok ut, og om det kan forvekslast med merke som alt er registrerte. Det er lurt å søkje i registeret før du sender inn søknaden.`,
  'service.need': `- merket slik du vil registrere det: teksten, eller eit bilete av figuren
- ei oversikt over varene og tenestene du skal bruke merket for
- land, dato og nummer for den første søknaden, om du vil krevje prioritet
- eit betalingskort`,
  'service.price': `- Søknad med éin klasse: 3\u00a0200\u00a0kr
- Kvar klasse utover den første: 800\u00a0kr
- Snøggbehandling, om du vel det: 2\u00a0500\u00a0kr

Satsane er døme. Gebyret er ikkje meirverdiavgiftspliktig. Du får det ikkje igjen om søknaden blir avslått.`,
  'service.purpose':
    'Merkestyret bruker opplysningane til å behandle søknaden og føre varemerkeregisteret. Merket, klassane og namnet på søkjaren blir offentlege.',
  'service.legalBasis': 'Varemerkelova § 12 og personvernforordninga artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringa i meldingsboksen med ein gong. Ordinær behandling tek om lag tre månader, snøggbehandling om lag tre veker. Avgjerda kjem i meldingsboksen.',
  'payment.description': 'Gebyr for søknad om varemerke',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'applicant.title': 'Søkjar og kontaktperson',
  'applicantIntro.title':
    'Den du handlar på vegner av, blir søkjar og eigar av merket. Du ser namnet øvst på sida.',
  'contactName.title': 'Namn på kontaktpersonen',
  'contactName.short': 'namnet på kontaktpersonen',
  'contactEmail.title': 'E-postadresse',
  'contactEmail.short': 'e-postadressa',
  'contactEmail.description': 'Vi bruker ho berre om vi har spørsmål om søknaden.',
  'contactPhone.title': 'Telefonnummer',
  'contactPhone.short': 'telefonnummeret',
  'hasRepresentative.title': 'Skal ein fullmektig ha kontakten med oss?',
  'hasRepresentative.short': 'ja eller nei for fullmektig',
  'hasRepresentative.description':
    'Ein fullmektig er til dømes ein advokat eller eit patentbyrå som tek seg av søknaden for deg.',
  'representativeName.title': 'Namn på fullmektigen',
  'representativeName.short': 'namnet på fullmektigen',
  'representativeFirm.title': 'Organisasjonen til fullmektigen',
  'representativeFirm.description':
    'Om fullmektigen handlar for ein organisasjon: skriv nummeret og vel «Hent», så finn vi namnet.',
  'ownReference.title': 'Din eigen referanse',
  'ownReference.short': 'referansen',
  'ownReference.description': 'Om du vil kjenne igjen saka i ditt eige system.',

  'mark.title': 'Varemerket',
  'markType.title': 'Kva slags merke vil du registrere?',
  'markType.short': 'kva slags merke det er',
  'markType.word': 'Ordmerke: berre tekst, uansett skrifttype',
  'markType.figure': 'Figurmerke: ein figur eller logo utan tekst',
  'markType.combined': 'Kombinert merke: tekst og figur saman',
  'markType.shape': 'Tredimensjonalt merke: form eller emballasje',
  'markText.title': 'Teksten i merket',
  'markText.short': 'teksten i merket',
  'markText.description': 'Skriv teksten nøyaktig slik han skal registrerast.',
  'markImage.title': 'Bilete av merket',
  'markImage.short': 'bilete av merket',
  'markImage.description':
    'Eitt bilete i PNG, JPEG eller PDF. Biletet viser nøyaktig det som blir registrert, òg fargane.',
  'markColours.title': 'Fargar i merket',
  'markColours.short': 'fargane',
  'markColours.description': 'Til dømes mørkeblå og kvit. Lat feltet stå tomt om merket er i svart-kvitt.',
  'foreignWords.title': 'Er det ord på eit anna språk enn norsk eller engelsk i merket?',
  'foreignWords.short': 'ja eller nei for ord på andre språk',
  'translation.title': 'Kva tyder orda på norsk?',
  'translation.short': 'kva orda tyder',

  'goods.title': 'Varer og tenester',
  'classesInfo.title':
    'Den første klassen er med i grunngebyret. Kvar klasse til kostar 800\u00a0kr. Du kan ikkje leggje til klassar etter at søknaden er send inn.',
  'classes.title': 'Kva klassar gjeld søknaden?',
  'classes.short': 'klassar',
  'classes.description': 'Klasse 1–34 er varer, og klasse 35–45 er tenester.',
  'goodsDescription.title': 'Kva varer og tenester skal du bruke merket for?',
  'goodsDescription.short': 'varene og tenestene',
  'goodsDescription.description':
    'Skriv dei klasse for klasse, til dømes: Klasse 25: arbeidsklede, vernesko. Klasse 35: nettbutikk med arbeidsklede.',

  'priority.title': 'Prioritet',
  'claimPriority.title': 'Har du søkt om det same merket i eit anna land dei siste seks månadene?',
  'claimPriority.short': 'ja eller nei for tidlegare søknad',
  'claimPriority.description':
    'Då kan den norske søknaden reknast som om han kom inn same dag som den første.',
  'priorityCountry.title': 'Kvar leverte du den første søknaden?',
  'priorityCountry.short': 'landet for den første søknaden',
  'priorityCountry.DK': 'Danmark',
  'priorityCountry.SE': 'Sverige',
  'priorityCountry.EU': 'Den europeiske unionen',
  'priorityCountry.GB': 'Storbritannia',
  'priorityCountry.US': 'USA',
  'priorityCountry.other': 'Eit anna land',
  'priorityOther.title': 'Kva land?',
  'priorityOther.short': 'kva land det er',
  'priorityDate.title': 'Dato for den første søknaden',
  'priorityDate.short': 'datoen for den første søknaden',
  'priorityNumber.title': 'Nummeret på den første søknaden',
  'priorityNumber.short': 'nummeret på den første søknaden',

  'handlingPage.title': 'Behandling og stadfesting',
  'handling.title': 'Kor raskt vil du ha svar?',
  'handling.short': 'kor raskt du vil ha svar',
  'handling.ordinary': 'Ordinær behandling, om lag tre månader',
  'handling.expedited': 'Snøggbehandling, om lag tre veker (2\u00a0500\u00a0kr i tillegg)',
  'declaration.title': 'Stadfesting',
  'declaration.short': 'stadfestinga',
  'declaration.confirmed':
    'Eg stadfestar at opplysningane er rette, og at søkjaren har rett til å søkje om dette merket.',

  'unit.classes': 'klassar',
  'price.application': 'Søknad om varemerke, med éin klasse',
  'price.furtherClasses': 'Klassar utover den første',
  'price.expedited': 'Snøggbehandling',
};
