/** What stands in a page that uses the script: calls made before it arrives are kept. */
export function snippetOf(server: string, publishableKey: string): string {
  return [
    '<script>',
    '  window.cordee = window.cordee || function () { (cordee.q = cordee.q || []).push(arguments) };',
    '</script>',
    `<script src="${server}/t.js" data-key="${publishableKey}" defer></script>`,
  ].join('\n');
}
