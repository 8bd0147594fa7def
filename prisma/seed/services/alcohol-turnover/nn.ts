import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Omsetningsoppgåve og gebyr for skjenkjeløyve',
  'service.summary':
    'Oppgi kor mykje alkohol skjenkjestaden selde i fjor, betal løyvegebyret og signer oppgåva.',
  'service.about': `Alle som har skjenkjeløyve i Fjordvik kommune, skal kvart år oppgi kor mykje alkohol dei har selt. Kommunen bruker oppgåva til å rekne ut løyvegebyret.

Du oppgir mengda i liter for kvar av dei tre alkoholgruppene. Gebyret blir rekna ut medan du fyller ut.

Oppgåva må vere signert av ein som kan signere for løyvehavaren. Du betaler først og signerer etterpå. Oppgåva er levert når begge delar er gjorde.`,
  'service.need': `- løyvenummeret
- kor mange liter de har selt i kvar alkoholgruppe, frå rekneskapen eller kassasystemet
- ein salsrapport eller ei fråsegn frå rekneskapsførar eller revisor
- eit betalingskort
- BankID eller ei anna innlogging på høgt nivå, til signeringa`,
  'service.price': `Gebyret blir rekna per liter:

- Gruppe 1, til og med 4,7 prosent alkohol: 0,60\u00a0kr per liter for dei første 10\u00a0000 litrane, deretter 0,50\u00a0kr
- Gruppe 2, over 4,7 og til og med 22 prosent: 1,60\u00a0kr per liter for dei første 5\u00a0000 litrane, deretter 1,40\u00a0kr
- Gruppe 3, over 22 og til og med 60 prosent: 5,30\u00a0kr per liter

Gebyret er minst 6\u00a0000\u00a0kr. Satsane og trinna er døme. Gebyret er ikkje meirverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å fastsetje løyvegebyret og føre kontroll med skjenkjestaden.',
  'service.legalBasis':
    'Alkohollova § 7-1 og alkoholforskrifta kapittel 6. Personopplysningar blir behandla etter personvernforordninga artikkel 6 nr. 1 bokstav c og e.',
  'service.afterwards':
    'Kvitteringa ligg i meldingsboksen når du har betalt og signert. Kommunen kontrollerer oppgåva og tek kontakt om noko manglar. Løyvet gjeld vidare som før.',
  'payment.description': 'Gebyr for skjenkjeløyve',
  'signing.statement':
    'Eg stadfestar at oppgåva over selt mengd alkohol er rett og fullstendig, og at eg kan signere for løyvehavaren.',

  'place.title': 'Skjenkjestaden',
  'placeIntro.title': 'Løyvehavaren er verksemda du handlar på vegner av. Du ser namnet øvst på sida.',
  'placeName.title': 'Namn på skjenkjestaden',
  'placeName.short': 'namnet på skjenkjestaden',
  'licenceNumber.title': 'Løyvenummer',
  'licenceNumber.short': 'løyvenummeret',
  'licenceNumber.description': 'Det står øvst i løyvebrevet, til dømes FV-2041.',
  'street.title': 'Gateadresse',
  'street.short': 'gateadressa',
  'postcode.title': 'Postnummer',
  'postcode.short': 'postnummeret',
  'contactEmail.title': 'E-postadresse for spørsmål om oppgåva',
  'contactEmail.short': 'e-postadressa',
  'period.title': 'Har skjenkjestaden vore i drift heile året?',
  'period.short': 'ja eller nei for drift heile året',
  'period.whole': 'Ja, heile året',
  'period.part': 'Nei, delar av året',
  'periodFrom.title': 'Frå dato',
  'periodFrom.short': 'startdatoen',
  'periodTo.title': 'Til dato',
  'periodTo.short': 'sluttdatoen',

  'litres.title': 'Selt mengd alkohol',
  'litresInfo.title':
    'Oppgi mengda ferdig vare i liter, slik ho står i rekneskapen. Skriv 0 om de ikkje har selt noko i ei gruppe.',
  'group1.title': 'Gruppe 1: øl, sider og anna til og med 4,7 prosent alkohol',
  'group1.short': 'liter i gruppe 1',
  'group2.title': 'Gruppe 2: vin, sterkøl og anna over 4,7 og til og med 22 prosent alkohol',
  'group2.short': 'liter i gruppe 2',
  'group3.title': 'Gruppe 3: brennevin, over 22 og til og med 60 prosent alkohol',
  'group3.short': 'liter i gruppe 3',
  'unit.litre': 'liter',
  'deviation.title': 'Er mengda meir enn 20 prosent høgare eller lågare enn året før?',
  'deviation.short': 'ja eller nei for stor endring',
  'deviationReason.title': 'Kva er årsaka til endringa?',
  'deviationReason.short': 'årsaka til endringa',
  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'documentation.title': 'Dokumentasjon',
  'confirmedBy.title': 'Kven har kontrollert tala?',
  'confirmedBy.short': 'kven som har kontrollert tala',
  'confirmedBy.accountant': 'Rekneskapsførar',
  'confirmedBy.auditor': 'Revisor',
  'confirmedBy.self': 'Berre vi sjølve',
  'confirmedByName.title': 'Namn på rekneskapsføraren eller revisoren',
  'confirmedByName.short': 'namnet på rekneskapsføraren eller revisoren',
  'salesReport.title': 'Salsrapport eller fråsegn',
  'salesReport.short': 'salsrapporten',
  'salesReport.description': 'Opptil tre filer, til dømes rapporten frå kassasystemet.',

  'price.group1': 'Gruppe 1: til og med 4,7 prosent alkohol',
  'price.group2': 'Gruppe 2: over 4,7 til og med 22 prosent',
  'price.group3': 'Gruppe 3: over 22 til og med 60 prosent',
  'price.minimum': 'Tillegg opp til minstegebyret',
};
