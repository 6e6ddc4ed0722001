import assert from 'node:assert/strict';
import { it } from 'node:test';
import { packedMarkdown } from '../../../../scripts/build/packedMarkdown.ts';

it('a packed text has no relative picture and no relative link', () => {
  const readme = [
    '# Title',
    '![The tree](docs/pictures/tree.png)',
    '<img alt="x" src="docs/pictures/y.png" width="10">',
    'See [the house](docs/architecture.md#wall), [AWS](https://docs.aws.amazon.com/), [below](#below).',
    '![badge](https://example.com/b.png)',
    '`[not](a/link)`',
    '```md',
    '[nor](this.md)',
    '```',
  ].join('\n\n');
  const packed = packedMarkdown(readme);
  assert.match(
    packed,
    /^# Title\n\nSee the house, \[AWS\]\(https:\/\/docs\.aws\.amazon\.com\/\), \[below\]\(#below\)\./,
  );
  assert.match(packed, /!\[badge\]\(https:\/\/example\.com\/b\.png\)/);
  assert.match(packed, /`\[not\]\(a\/link\)`/);
  assert.match(packed, /\[nor\]\(this\.md\)/);
  assert.doesNotMatch(packed, /docs\//);
});

it('a picture that is a link goes with its link', () => {
  assert.equal(packedMarkdown('[![shot](a.png)](b.md) text').trim(), 'text');
});

it('what speaks of the repository alone stays there', () => {
  const readme = [
    '# Title',
    '<!-- repository only -->\n\n## Try it\n\n```\nnpm start\n```\n\n<!-- end -->',
    '## What it does',
    '<!-- repository only -->\n\n[More](docs/more.md)\n\n<!-- end -->',
  ].join('\n\n');
  assert.equal(packedMarkdown(readme), '# Title\n\n## What it does\n');
});
