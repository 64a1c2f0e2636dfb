/// The style of the page. Every colour and measure is a custom property in the naming of NL Design System
/// (`--prefix-component-property`), so that an organisation can lay its own theme over it.
enum HTMLStyle {
  static let sheet = tokens + "\n" + page + "\n" + parts + "\n" + tables + "\n" + explanations + "\n" + media

  private static let tokens = """
    :root {
      --wl-document-color: #1b2733;
      --wl-document-background-color: #ffffff;
      --wl-document-font-family: "Open Sans", "Source Sans 3", "DejaVu Sans", Verdana, sans-serif;
      --wl-document-font-size: 1rem;
      --wl-document-line-height: 1.6;
      --wl-document-max-inline-size: 52rem;
      --wl-heading-color: #0b4f6c;
      --wl-link-color: #0b4f6c;
      --wl-focus-color: #1b2733;
      --wl-focus-background-color: #ffdd00;
      --wl-muted-color: #566270;
      --wl-border-color: #c5ced6;
      --wl-cover-color: #ffffff;
      --wl-cover-background-color: #0b4f6c;
      --wl-surface-background-color: #f3f6f8;
      --wl-callout-synthetic-background-color: #fff4d6;
      --wl-callout-synthetic-border-color: #a6500f;
      --wl-callout-assumption-border-color: #566270;
      --wl-callout-finding-border-color: #0b4f6c;
      --wl-table-shortage-background-color: #f8e8c6;
      --wl-table-severe-background-color: #eec98a;
      --wl-table-surplus-background-color: #d3efeb;
      --wl-mark-color: #a6500f;
    }
    """

  private static let page = """
    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
    body { margin: 0; color: var(--wl-document-color); background: var(--wl-document-background-color);
      font-family: var(--wl-document-font-family); font-size: var(--wl-document-font-size); line-height: var(--wl-document-line-height); }
    a { color: var(--wl-link-color); text-underline-offset: .15em; }
    a:hover { text-decoration-thickness: .15em; }
    :focus-visible { outline: 3px solid var(--wl-focus-color); outline-offset: 2px; background-color: var(--wl-focus-background-color); color: var(--wl-focus-color); }
    .wl-document:focus, [role="region"]:focus-visible, pre:focus-visible { background-color: inherit; }
    .wl-skip-link { position: absolute; inset-inline-start: -100vw; padding: .75rem 1rem; background: var(--wl-focus-background-color); color: var(--wl-focus-color); }
    .wl-skip-link:focus { inset-inline-start: 0; z-index: 1; }
    .wl-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .wl-document, .wl-contents, .wl-cover__inner, .wl-footer { max-inline-size: var(--wl-document-max-inline-size); margin-inline: auto; padding-inline: 1.25rem; }
    .wl-cover { color: var(--wl-cover-color); background: var(--wl-cover-background-color); padding-block: 4rem 3rem; }
    .wl-cover h1 { font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.15; margin: 0 0 2rem; }
    .wl-cover__kicker { margin: 0 0 .5rem; font-size: 1.1rem; }
    .wl-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem 2rem; margin: 0; border-block-start: 1px solid currentColor; padding-block-start: 1.25rem; }
    .wl-facts dt { font-size: .85rem; }
    .wl-facts dd { margin: 0; font-weight: 600; }
    .wl-synthetic { background: var(--wl-callout-synthetic-background-color); color: var(--wl-document-color); border-inline-start: .4rem solid var(--wl-callout-synthetic-border-color); padding: .75rem 1rem; font-weight: 600; max-inline-size: none; }
    .wl-cover .wl-synthetic { margin: 2rem 0 0; }
    .wl-contents { padding-block: 2rem 0; }
    .wl-contents ol { columns: 18rem; column-gap: 2rem; padding-inline-start: 1.75rem; }
    .wl-contents li { break-inside: avoid; margin-block-end: .35rem; padding-inline-start: .25rem; }
    .wl-footer { border-block-start: 1px solid var(--wl-border-color); color: var(--wl-muted-color); margin-block-start: 4rem; padding-block: 1.5rem 3rem; font-size: .9rem; }
    """

  private static let parts = """
    h2, h3 { color: var(--wl-heading-color); line-height: 1.25; text-wrap: balance; }
    h2 { font-size: 1.85rem; margin: 3.5rem 0 1rem; padding-block-start: 1rem; border-block-start: 3px solid var(--wl-heading-color); }
    .wl-contents h2 { margin-block-start: 0; border: 0; padding: 0; font-size: 1.4rem; }
    h3 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; }
    .wl-number { color: var(--wl-muted-color); font-weight: 400; margin-inline-end: .25rem; }
    p, ul, ol { margin-block: 0 1rem; max-inline-size: 42rem; }
    li { margin-block-end: .4rem; }
    pre { overflow-x: auto; background: var(--wl-surface-background-color); border: 1px solid var(--wl-border-color); padding: 1rem; font-size: .85rem; line-height: 1.45; }
    .wl-mark { color: var(--wl-mark-color); font-weight: 700; }
    .wl-callout { border-inline-start: .4rem solid var(--wl-callout-finding-border-color); background: var(--wl-surface-background-color); padding: 1rem 1.25rem; margin-block: 1.25rem; break-inside: avoid; }
    .wl-callout p { margin: 0; }
    .wl-callout__title { font-weight: 700; }
    .wl-callout--synthetic { border-color: var(--wl-callout-synthetic-border-color); background: var(--wl-callout-synthetic-background-color); }
    .wl-callout--assumption { border-color: var(--wl-callout-assumption-border-color); }
    .wl-key { display: flex; flex-wrap: wrap; gap: 1px; background: var(--wl-border-color); border: 1px solid var(--wl-border-color); margin-block: 1.5rem; }
    .wl-key > div { flex: 1 1 9rem; background: var(--wl-document-background-color); padding: 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .wl-key dt { color: var(--wl-muted-color); font-size: .9rem; line-height: 1.4; }
    .wl-key dd { margin: 0; }
    .wl-key__value { color: var(--wl-heading-color); font-size: 1.7rem; font-weight: 700; line-height: 1.2; display: block; }
    .wl-figure { margin: 1.75rem 0 1rem; break-inside: avoid; }
    .wl-figure svg { inline-size: 100%; block-size: auto; display: block; }
    .wl-beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 0 1.5rem; align-items: start; margin-block: 1rem; }
    .wl-beside > div { min-inline-size: 0; }
    .wl-beside .wl-figure, .wl-beside .wl-table { margin-block-start: .5rem; }
    figcaption { font-size: .9rem; margin-block-start: .5rem; font-weight: 600; }
    .wl-source { color: var(--wl-muted-color); font-weight: 400; }
    """

  private static let tables = """
    .wl-table { overflow-x: auto; margin-block: 1.25rem .5rem; }
    table { border-collapse: collapse; inline-size: 100%; font-size: .85rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
    caption { text-align: start; font-weight: 700; padding-block-end: .5rem; font-size: .95rem; }
    th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-block-end: 1px solid var(--wl-border-color); }
    thead th { vertical-align: bottom; border-block-end: 2px solid var(--wl-heading-color); background: var(--wl-surface-background-color); }
    tbody th { font-weight: 400; }
    .wl-n { text-align: end; white-space: nowrap; }
    thead .wl-n { white-space: normal; }
    .wl-unit { display: block; color: var(--wl-muted-color); font-weight: 400; font-size: .8rem; }
    .wl-key-text { overflow-wrap: anywhere; }
    .wl-total th, .wl-total td { font-weight: 700; border-block-start: 1px solid var(--wl-document-color); }
    td[data-tone="shortage"] { background: var(--wl-table-shortage-background-color); }
    td[data-tone="severe"] { background: var(--wl-table-severe-background-color); font-weight: 600; }
    td[data-tone="surplus"] { background: var(--wl-table-surplus-background-color); }
    .wl-note { color: var(--wl-muted-color); font-size: .85rem; margin-block-end: .35rem; }
    """

  private static let explanations = """
    td a, tbody th a, .wl-figure-link { color: inherit; text-decoration-color: var(--wl-muted-color); text-decoration-style: dotted; }
    td a:hover, .wl-figure-link:hover { text-decoration-style: solid; }
    .wl-why { font-size: .9rem; line-height: 1.5; margin-block: 1rem; border-block-start: 1px solid var(--wl-border-color); }
    .wl-why summary { cursor: pointer; padding-block: .3rem; }
    .wl-why > details { border-block-end: 1px solid var(--wl-border-color); }
    .wl-why > details > summary { font-weight: 700; padding-block: .6rem; }
    .wl-why > details > details { margin-inline-start: 1rem; }
    .wl-why ul { list-style: none; margin: 0 0 .25rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--wl-border-color); max-inline-size: none; scroll-margin-top: 4rem; }
    .wl-why li { margin: 0; overflow-wrap: anywhere; scroll-margin-top: 4rem; }
    .wl-why ul:target > li, .wl-why li:target { background: var(--wl-callout-synthetic-background-color); }
    .wl-why li:not(:has(> details)) { padding-block: .3rem; padding-inline-start: 1rem; }
    .wl-why b { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .wl-why i { font-style: normal; color: var(--wl-muted-color); }
    """

  private static let media = """
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      @page { size: A4; margin: 18mm 16mm; }
      :root { --wl-document-font-size: 10pt; --wl-document-max-inline-size: none; }
      .wl-skip-link { display: none; }
      .wl-cover, .wl-synthetic, td, .wl-callout { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .wl-table { overflow: visible; }
      thead { display: table-header-group; }
      tr, h2, h3, caption { break-inside: avoid; break-after: auto; }
      h2, h3, caption { break-after: avoid; }
      td a, .wl-figure-link { text-decoration: none; }
      .wl-page-break, .wl-starts-page { break-before: page; }
    }
    """
}
