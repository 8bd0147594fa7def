import express, { type Router } from 'express';
import type Provider from 'oidc-provider';
import type { SandboxContext } from '../context.ts';
import { html, page } from '../html.ts';
import { findPerson } from '../register/people.ts';
import { isEnough, levelAmr, levels, wantedLevel } from './levels.ts';
import { renderSignIn } from './sign-in-page.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * The sign-in page `/idporten/interaction/{uid}`. It is one plain form: `POST …/{uid}/login` with `pid` and
 * `level` signs in, `POST …/{uid}/cancel` goes back to the client with `access_denied`.
 */
export function createInteractionRouter(provider: Provider, context: SandboxContext): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }), (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });

  router.get('/:uid', async (request, response) => {
    const interaction = await provider.interactionDetails(request, response);
    response.type('html').send(renderSignIn(interaction));
  });

  router.post('/:uid/login', async (request, response) => {
    const interaction = await provider.interactionDetails(request, response);
    const person = findPerson(String(request.body?.pid ?? ''));
    const level = levels.find((known) => known === request.body?.level);
    if (!person || !level || !isEnough(level, wantedLevel(interaction.params.acr_values))) {
      response.status(400).type('html').send(renderSignIn(interaction, true));
      return;
    }
    if (interaction.session && interaction.session.accountId !== person.key)
      await forget(provider, interaction);
    const login = {
      accountId: person.key,
      acr: level,
      amr: [levelAmr[level]],
      ts: Math.floor(context.now().getTime() / 1000),
    };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });

  router.post('/:uid/cancel', async (request, response) => {
    const result = { error: 'access_denied', error_description: 'User aborted' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });

  // The library throws when the interaction is over or belongs to another browser.
  router.use(((error, _request, response, _next) => {
    context.log(`idporten interaction: ${error instanceof Error ? error.message : String(error)}`);
    response
      .status(400)
      .type('html')
      .send(
        page(
          'Innloggingen er utløpt',
          html`
      <p>Gå tilbake til tjenesten du kom fra og logg inn på nytt.</p>`,
          { party: 'ID-porten' },
        ),
      );
  }) satisfies express.ErrorRequestHandler);
  return router;
}

/**
 * Drops another person's session, so that the chosen one starts afresh. Left to itself the library would
 * send a page that logs out by script before it goes on.
 */
async function forget(provider: Provider, interaction: Interaction): Promise<void> {
  if (!interaction.session) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  interaction.session = undefined;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}
