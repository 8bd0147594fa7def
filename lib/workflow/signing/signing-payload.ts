import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Party } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { measureAttachments } from '@/lib/files/attachments.ts';
import { type FrozenOrder, orderHash, orderInForce } from '@/lib/payments/frozen-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import {
  answersHash,
  type SealedOrder,
  type SealPayload,
  sealFormat,
  signerPseudonym,
} from '@/lib/signing/seal.ts';
import { type CaseContent, contentHash, readContent } from '../engine/case-content.ts';
import { signingDocument, signingText, wordingHash } from './signing-document.ts';

/** Everything that is signed, read from its rows; hashes of files are computed from their bytes. */
export interface SigningContent {
  submission: Submission;
  definition: ServiceDefinition;
  version: { id: string; number: number };
  content: CaseContent;
  order: FrozenOrder | undefined;
  /** Recomputed now; must be the one that was frozen. */
  contentHash: string;
}

/** Who signs, how they proved who they are, and when. */
export interface SignatureFacts {
  signatureId: string;
  /** Their id, and the name that stands at the signature. */
  person: { id: string; name: string };
  party: Pick<Party, 'id' | 'kind' | 'orgNumber'>;
  acr: string;
  authTime: Date;
  time: Date;
  /** The language of the page that was signed. */
  language: Language;
}

export async function readSigningContent(reader: Reader, submission: Submission): Promise<SigningContent> {
  const version = await reader.serviceVersion.findUniqueOrThrow({
    where: { id: submission.serviceVersionId },
  });
  const definition = version.definition as unknown as ServiceDefinition;
  const stored = await readContent(reader, submission, definition);
  const order = await orderInForce(reader, submission.id);
  const fileHashes = await measureAttachments(reader, submission.id);
  const content: CaseContent = {
    ...stored,
    attachments: stored.attachments.map((file) => ({
      ...file,
      sha256: fileHashes.get(file.id)?.sha256 ?? file.sha256,
    })),
    orderHash: order ? orderHash(order) : '',
  };
  return {
    submission,
    definition,
    version: { id: version.id, number: version.version },
    content,
    order,
    contentHash: contentHash(content),
  };
}

/**
 * The payload of rule 17. Page, seal and check all come through here: the same content and facts give the same payload.
 * @param hmacKey keys the signer's pseudonym.
 */
export function signingPayload(hmacKey: string, signing: SigningContent, facts: SignatureFacts): SealPayload {
  const { submission, definition, version, content, order } = signing;
  const { id, kind, orgNumber } = facts.party;
  return {
    format: sealFormat,
    environment: submission.environment,
    ownerId: submission.ownerId,
    signatureId: facts.signatureId,
    submission: { id: submission.id, revision: submission.revision },
    serviceVersion: { ...version, sha256: sha256Hex(canonicalJson(definition)) },
    signer: signerPseudonym(hmacKey, submission.ownerId, facts.person),
    actingParty: { id, kind, ...(orgNumber && { orgNumber }) },
    acr: facts.acr,
    authTime: facts.authTime.toISOString(),
    time: facts.time.toISOString(),
    text: {
      language: facts.language,
      sha256: textHash(signing, facts.language),
      wordingSha256: wordingHash(facts.language),
    },
    answers: { sha256: answersHash(content.answers) },
    attachments: content.attachments.map((file) => ({ id: file.id, sha256: file.sha256 })),
    order: order ? sealedOrder(order, content.orderHash) : null,
    contentHash: signing.contentHash,
  };
}

/** SHA-256 of the exact text that the page shows in a language. */
export function textHash(signing: SigningContent, language: Language): string {
  return sha256Hex(signingText(signingDocument(signing, language)));
}

function sealedOrder(
  { id, currency, netMinor, vatMinor, totalMinor, lines }: FrozenOrder,
  sha256: string,
): SealedOrder {
  return {
    id,
    sha256,
    currency,
    netMinor,
    vatMinor,
    totalMinor,
    lines: lines.map((line) => ({
      id: line.id,
      quantity: line.quantity,
      unitNetMinor: line.unitNetMinor,
      netMinor: line.netMinor,
      vatCode: line.vatCode,
      vatMinor: line.vatMinor,
      grossMinor: line.grossMinor,
    })),
  };
}
