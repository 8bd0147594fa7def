import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Gebyr for feiing og tilsyn',
  'service.summary': 'Betal det årlege gebyret for feiing av skorstein og tilsyn med eldstad.',
  'service.about': `Kommunen feiar skorsteinen og kontrollerer eldstaden i alle bustader og fritidsbustader som har fyringsanlegg. Kor ofte vi kjem, avheng av kor mykje du fyrer og kva anlegg du har. Gebyret er det same kvart år.

Du treng ikkje å fylle ut noko. Gebyret ligg klart til betaling i meldingsboksen når det er sendt ut.

Har du fjerna eldstaden eller tetta skorsteinen, kan du be oss om å stanse gebyret.`,
  'service.need': `- eit betalingskort
- fakturaen, om du vil samanlikne beløp og KID`,
  'service.price': `- Feiing og tilsyn, per skorstein: 625\u00a0kr i året
- Ekstra røykløp i same skorstein: 250\u00a0kr i året

Prisane er med 25 prosent meirverdiavgift. Satsane er døme.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å krevje inn gebyret og halde oversikt over fyringsanlegg.',
  'service.legalBasis':
    'Brann- og eksplosjonsvernlova § 28 og forskrift om brannførebygging § 17. Personopplysningar blir behandla etter personvernforordninga artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringa i meldingsboksen med ein gong. Feiaren varslar deg minst to dagar før besøket.',
  'payment.description': 'Gebyr for feiing og tilsyn',
  'price.sweeping': 'Feiing og tilsyn, éin skorstein',
  'price.extraFlue': 'Ekstra røykløp',
};
