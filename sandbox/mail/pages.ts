import express, { type Router } from 'express';
import { html, page } from '../html.ts';
import type { Inbox, StoredMail } from './inbox.ts';

/** `/mail`: the inbox page, a page per mail, and JSON: `GET /mail/api/messages?to=`, `DELETE /mail/api/messages`. */
export function createMailRouter(inbox: Inbox): Router {
  const router = express.Router();
  const filter = (to: unknown) => (typeof to === 'string' && to !== '' ? to : undefined);

  router.get('/api/messages', (request, response) => {
    response.json({ messages: inbox.list(filter(request.query.to)) });
  });
  router.get('/api/messages/:id', (request, response) => {
    const mail = inbox.get(request.params.id);
    if (mail) response.json(mail);
    else response.status(404).json({ error: 'unknown_message' });
  });
  router.delete('/api/messages', (_request, response) => {
    inbox.clear();
    response.status(204).end();
  });
  router.post('/clear', (_request, response) => {
    inbox.clear();
    response.redirect(303, '/mail');
  });

  router.get('/', (request, response) => {
    response.type('html').send(renderInbox(inbox.list(filter(request.query.to)), filter(request.query.to)));
  });
  router.get('/messages/:id', (request, response) => {
    const mail = inbox.get(request.params.id);
    response.status(mail ? 200 : 404).type('html');
    response.send(
      mail ? renderMail(mail) : page('E-posten finnes ikke', html`<p><a href="/mail">Til innboksen</a></p>`),
    );
  });
  return router;
}

function renderInbox(mails: StoredMail[], to?: string): string {
  return page(
    'E-post',
    html`
    <form method="get" action="/mail" class="stack">
      <label for="to">Vis bare mottaker</label>
      <input id="to" name="to" type="email" value="${to}">
      <button type="submit" class="quiet">Vis</button>
    </form>
    ${
      mails.length === 0
        ? html`<p>Ingen e-poster.</p>`
        : html`<table><thead><tr><th>Tid</th><th>Til</th><th>Emne</th><th>Tekst</th></tr></thead>
        <tbody>${mails.map(
          (mail) => html`<tr>
          <td>${formatTime(mail.receivedAt)}</td><td>${mail.to.join(', ')}</td>
          <td><a href="/mail/messages/${mail.id}">${mail.subject || '(uten emne)'}</a></td>
          <td>${mail.text.slice(0, 160)}</td></tr>`,
        )}</tbody></table>
        <form method="post" action="/mail/clear"><button type="submit" class="quiet">Tøm innboksen</button></form>`
    }`,
    { party: 'E-post' },
  );
}

function renderMail(mail: StoredMail): string {
  return page(
    mail.subject || '(uten emne)',
    html`
    <p><a href="/mail">Til innboksen</a></p>
    <p>Fra ${mail.from}<br>Til ${mail.to.join(', ')}<br>${formatTime(mail.receivedAt)}<br>
    Levert ${mail.deliveries} ${mail.deliveries === 1 ? 'gang' : 'ganger'}</p>
    <pre>${mail.text}</pre>
    ${
      mail.attachments.length > 0 &&
      html`<h2>Vedlegg</h2><ul>${mail.attachments.map(
        (file) =>
          html`<li>${file.filename ?? '(uten navn)'}, ${file.contentType}, ${file.sizeBytes} byte</li>`,
      )}</ul>`
    }`,
    { party: 'E-post' },
  );
}

function formatTime(iso: string): string {
  return new Intl.DateTimeFormat('nb', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Europe/Oslo',
  }).format(new Date(iso));
}
