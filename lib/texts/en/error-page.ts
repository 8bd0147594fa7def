/** The error page. Not among the areas of the index: that page runs in the browser, on every page's budget, and takes only this file of each language. */
export const errorPage = {
  title: 'Something went wrong on our side',
  text: 'What you have filled in and saved is safe. If you have paid, do not pay again. The receipt will come in your message box.',
  advice: 'Try again. If that does not help, wait a few minutes and continue from the message box.',
  retry: 'Try again',
  frontPage: 'To the front page',
};
