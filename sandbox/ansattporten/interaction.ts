import express, { type Router } from 'express';
import type Provider from 'oidc-provider';
import type { SandboxContext } from '../context.ts';
import { html, page } from '../html.ts';
import { employees, findEmployee } from './employees.ts';
import { authorizationDetails, readRepresentation } from './representation.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * The sign-in page `/ansattporten/interaction/{uid}`, one plain form: `POST …/{uid}/login` with `employee` signs in on
 * behalf of the employee's organisation, `POST …/{uid}/cancel` goes back to the client with `access_denied`.
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
    const employee = findEmployee(String(request.body?.employee ?? ''));
    const wanted = readRepresentation(interaction.params.authorization_details);
    const allowed = employee && wanted && (!wanted.required || authorizationDetails(wanted, employee).length);
    if (!employee || !allowed) {
      response.status(400).type('html').send(renderSignIn(interaction, true));
      return;
    }
    const login = {
      accountId: employee.key,
      acr: request.body?.level === 'high' ? 'high' : 'substantial',
      amr: ['TestID'],
      ts: Math.floor(context.now().getTime() / 1000),
    };
    if (interaction.session && interaction.session.accountId !== employee.key) {
      const session = await provider.Session.findByUid(interaction.session.uid);
      await session?.destroy();
      interaction.session = undefined;
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    }
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  router.post('/:uid/cancel', async (request, response) => {
    const result = { error: 'access_denied', error_description: 'User aborted' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  // The library throws when the interaction is over or belongs to another browser.
  router.use(((error, _request, response, _next) => {
    context.log(`ansattporten interaction: ${error instanceof Error ? error.message : String(error)}`);
    const body = html`<p>Gå tilbake til tjenesten du kom fra og logg inn på nytt.</p>`;
    response
      .status(400)
      .type('html')
      .send(page('Innloggingen er utløpt', body, { party: 'Ansattporten' }));
  }) satisfies express.ErrorRequestHandler);
  return router;
}

function renderSignIn(interaction: Interaction, wrongChoice = false): string {
  const action = `/ansattporten/interaction/${interaction.uid}`;
  return page(
    'Logg inn med Ansattporten',
    html`
    ${wrongChoice && html`<p class="problem" role="alert">Du kan ikke representere en virksomhet her.</p>`}
    <p>Velg hvilken ansatt du vil være, og hvem du representerer. Alle er oppdiktet.</p>
    <form method="post" action="${action}/login">
      <ul class="people">
        ${employees.map(
          ({ key, name, organisation, note }) => html`<li><button type="submit" name="employee" value="${key}"
            data-employee="${key}"><strong>${name.first} ${name.last}</strong>
            <small>${organisation.name}</small><small>${note}</small></button></li>`,
        )}
      </ul>
    </form>
    <form method="post" action="${action}/cancel"><button class="quiet" data-action="cancel">Avbryt</button></form>`,
    { party: 'Ansattporten' },
  );
}
