import { type Html, html, raw } from '../html.ts';
import type { LogLine, PaymentError, Transaction, UsedCard } from './model.ts';
import { sumsOf } from './model.ts';

/** A document, which always comes with status 200: an Exception too. */
export interface Reply {
  xml: Html;
}

/** @param result what the bank's side answered, of a `BBSException`. */
export function exception(type: string, message: string, result?: PaymentError): Reply {
  return {
    xml: document(
      'Exception',
      html`
  <Error xsi:type="${type}">
    <Message>${message}</Message>${
      result &&
      html`
    <Result>
      <ResponseCode>${result.code}</ResponseCode>
      <ResponseSource>${result.source}</ResponseSource>
      <ResponseText>${result.text}</ResponseText>
    </Result>`
    }
  </Error>`,
    ),
  };
}

export function registerResponse(id: string): Reply {
  return {
    xml: document(
      'RegisterResponse',
      html`
  <TransactionId>${id}</TransactionId>`,
    ),
  };
}

export function processResponse(
  operation: string,
  { id, merchantId }: Transaction,
  { at, authorizationId, batch }: { at: Date; authorizationId?: string; batch?: string },
): Reply {
  return {
    xml: document(
      'ProcessResponse',
      html`
  <Operation>${operation}</Operation>
  <ResponseCode>OK</ResponseCode>${authorizationId && element('AuthorizationId', authorizationId)}
  <TransactionId>${id}</TransactionId>
  <ExecutionTime>${bbsTimestamp(at)}</ExecutionTime>
  <MerchantId>${merchantId}</MerchantId>${batch && element('BatchNumber', batch)}`,
    ),
  };
}

/** A whole answer of Query, in the order and with the empty elements of the recorded one. */
export function paymentInfo(transaction: Transaction, at: Date): Reply {
  const { id, merchantId, enteredAt, card, errors, log } = transaction;
  const latest = errors.at(-1);
  const failed = latest && !transaction.authorization;
  return {
    xml: document(
      'PaymentInfo',
      html`
  <MerchantId>${merchantId}</MerchantId>
  <TransactionId>${id}</TransactionId>
  <QueryFinished>${bbsTimestamp(at)}</QueryFinished>
  ${orderOf(transaction)}
  ${summaryOf(transaction)}
  <TerminalInformation>${
    enteredAt &&
    html`
    <CustomerEntered>${localTime(enteredAt)}</CustomerEntered>
    <Browser>Unknown</Browser>`
  }
  </TerminalInformation>
  ${customer}
  ${cardInformation(card)}
  <AuthenticationInformation />
  <History>${log.map(lineOf)}
  </History>
  <ErrorLog>${errors.map(
    (error) => html`
    <PaymentError>${errorOf(error)}
    </PaymentError>`,
  )}
  </ErrorLog>
  <AvtaleGiroInformation />${
    failed &&
    html`
  <Error>${errorOf(latest)}
  </Error>`
  }
  <SecurityInformation>
    <CustomerIPCountry>NO</CustomerIPCountry>
    <IPCountryMatchesIssuingCountry>true</IPCountryMatchesIssuingCountry>
  </SecurityInformation>`,
    ),
  };
}

function orderOf({ amount, currency, orderNumber, description, createdAt }: Transaction): Html {
  return html`<OrderInformation>
    <Amount>${amount}</Amount>
    <Currency>${currency}</Currency>
    <OrderNumber>${orderNumber}</OrderNumber>
    <OrderDescription>${description ?? ' '}</OrderDescription>
    <Fee>0</Fee>
    <Total>${amount}</Total>
    <Timestamp>${localTime(createdAt)}</Timestamp>
  </OrderInformation>`;
}

function summaryOf(transaction: Transaction): Html {
  const { captured, credited } = sumsOf(transaction);
  const annulled = String(transaction.annulledAt !== undefined);
  const { authorization } = transaction;
  return html`<Summary>
    <AmountCaptured>${captured}</AmountCaptured>
    <AmountCredited>${credited}</AmountCredited>
    <Annulled>${annulled}</Annulled>
    <Annuled>${annulled}</Annuled>
    <Authorized>${String(authorization !== undefined)}</Authorized>${
      authorization && element('AuthorizationId', authorization.id)
    }
  </Summary>`;
}

const customer = html`<CustomerInformation>
    <Email />
    <IP>127.0.0.1</IP>
    <PhoneNumber />
    <CustomerNumber />
    <FirstName />
    <LastName />
    <Address1 />
    <Address2 />
    <Postcode />
    <Town />
    <Country />
    <SocialSecurityNumber />
    <CompanyName />
    <CompanyRegistrationNumber />
  </CustomerInformation>`;

function cardInformation(card: UsedCard | undefined): Html {
  if (!card) return html`<CardInformation />`;
  return html`<CardInformation>
    <Issuer>${card.method}</Issuer>
    <IssuerCountry>NO</IssuerCountry>
    <MaskedPAN>${card.masked}</MaskedPAN>
    <PaymentMethod>${card.method}</PaymentMethod>
    <ExpiryDate>${card.expiry}</ExpiryDate>
  </CardInformation>`;
}

function lineOf({ at, description, operation, batch }: LogLine): Html {
  return html`
    <TransactionLogLine>
      <DateTime>${localTime(at)}</DateTime>
      <Description>${description}</Description>
      <Operation>${operation}</Operation>${batch && html`<BatchNumber />`}
      <TransactionReconRef>${batch}</TransactionReconRef>
    </TransactionLogLine>`;
}

function errorOf({ at, operation, code, source, text }: PaymentError): Html {
  return html`
      <DateTime>${localTime(at)}</DateTime>
      <Operation>${operation}</Operation>
      <ResponseCode>${code}</ResponseCode>
      <ResponseSource>${source}</ResponseSource>
      <ResponseText>${text}</ResponseText>`;
}

function document(root: string, content: Html): Html {
  const name = raw(root);
  return html`<?xml version="1.0" encoding="utf-8"?>
<${name} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${content}
</${name}>`;
}

function element(name: string, text: string): Html {
  return html`
  <${raw(name)}>${text}</${raw(name)}>`;
}

/** The provider's own clock, with seven decimals and its offset: `2013-04-04T23:52:57.8530000+02:00`. */
function bbsTimestamp(at: Date): string {
  return at.toISOString().replace('Z', '0000+00:00');
}

/** The times of a transaction have no offset. */
function localTime(instant: string): string {
  return instant.replace('Z', '');
}
