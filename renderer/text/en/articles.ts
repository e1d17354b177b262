/**
 * The help, an article a subject: `…Title`, `…Text` (a blank line parts paragraphs) and `…Words`, what else people may call it, for the search. The page
 * puts them in order (renderer/help/articles.ts).
 */
export const articles = {
  sampleTitle: 'Try it on the sample',
  sampleText:
    'The sample is a collection of 160 invented paintings, some of them with a wrong label. Press “Open the sample” on the Start screen. The app reads the pictures, learns what each label looks like and then shows how many labels are doubtful; this takes less than a minute on most computers.\n\nPress “Review”. The work on the left has a label that its picture speaks against. Press A to take the suggestion, or K to keep the label. You cannot break anything: Ctrl+Z takes every step back.',
  sampleWords: 'begin, first steps, demo, tutorial, start',
  importTitle: 'Import pictures and labels',
  importText:
    'Choose “Import”, then the folder with your images. JPEG, PNG, TIFF, WebP, GIF, AVIF and HEIC are read, in folders below too. Your files stay where they are and are never changed.\n\nIf a table lies in the folder (CSV, with commas, semicolons or tabs, in any usual encoding), the app finds it and matches its rows to the images by file name. You say what each column is: the file, the title, a label, or a part of the record that is only shown and searched. Without a table, the names of the folders can be the labels.\n\nFiles that cannot be read are listed with the reason; everything else comes in. You may stop at any time: the next import of the same folder goes on where it was.',
  importWords: 'csv, excel, table, spreadsheet, folder, files, upload, add, open, encoding, columns, broken images',
  lookTitle: 'What “looking at the pictures” means',
  lookText:
    'After the import the app looks at every picture once and notes what it sees, in a form that only computers read. Thousands of works take some minutes. A bar at the lower edge says how far it is and how long it will still take; the work can be stopped and goes on later where it was.\n\nWorks that have been looked at need not be looked at again, unless their file has changed.',
  lookWords: 'progress, slow, waiting, speed, processing, computing',
  learnTitle: 'Let the app learn',
  learnText:
    'The Learn screen lets the app find out what each label looks like in your collection. The quick way takes seconds; the thorough way lets the network itself learn from your pictures and takes minutes to hours. The screen says beforehand how long it takes at the most.\n\nEvery label is judged by a model that has not seen it, so a wrong label cannot defend itself. A term needs five works or more; works of rarer terms are left alone.\n\nAfter you have decided some labels, press R. The app learns again from your decisions and the list is put in order anew. What you have decided stays decided.',
  learnWords: 'train, training, retrain, model, thorough, quick, rare terms',
  reviewTitle: 'Review doubtful labels',
  reviewText:
    'Review shows the labels that the evidence speaks against, the worst first. On the left is the work, on the right its label, what the picture suggests, why the label is here, and the closest works of both terms for comparison.\n\nOne key decides, and the next work comes at once. The arrow keys go back and forward without deciding. Wheel, plus and minus zoom into the picture. H shows all keys.\n\nWhen the list is empty, retrain, look at the rest, or export.',
  reviewWords: 'queue, correct, check, doubtful, flagged, work through, list, next',
  verdictsTitle: 'The verdicts and their keys',
  verdictsText:
    'A changes the label to the suggestion. K keeps the label; it does not come back until there is new evidence. T lets you choose any other term by typing, and the number keys take the most likely ones. U says that you are unsure: the label stays and is marked. W says that the picture is the wrong one, and another key that it is no artwork at all. S skips: the work waits at the end of the list.\n\nF flags a work for a colleague, and M writes a note beside it. All keys can be changed under Settings.',
  verdictsWords: 'accept, keep, unsure, skip, wrong image, shortcut, keyboard, decide, decision, flag, note',
  evidenceTitle: 'Why a label is doubted',
  evidenceText:
    'Three witnesses speak about each label: what the picture looks like, what the other works of the same artist are called, and what the most similar works are called. Together they give the chance that the label is right. If it is low, the label is doubtful. Where the line lies can be set under Settings.\n\nContradictions in the record are told too: dates that do not fit the movement or the life of the artist, copies with different labels, rows that slipped in the table.\n\nL shows where in the picture the app looked. Evidence is a reason to look, not a verdict: you decide.',
  evidenceWords: 'reason, score, chance, probability, witness, neighbours, similar, threshold, heat map, explain, why',
  vocabularyTitle: 'Terms and their meaning',
  vocabularyText:
    'The Vocabulary screen shows the terms of each label with their works. A term can be described, put under another, given synonyms and names in other languages, and linked to the Getty vocabularies (AAT, ULAN).\n\nRenaming and merging are shown before they happen and can be taken back. A term that is no longer used can be retired. “Attributed to”, “workshop of” and the like are understood: such a work is not doubted for it.\n\nSome labels name several terms, such as “Symbolism/Expressionism”. Press “Several terms” and say what stands between them. From then on such a label teaches each of its terms, is doubted only where none of them fits, a search for one of them finds the work, and in Review Shift+T adds a further term and Shift+D takes one away. The labels themselves, and the export, stay as they are written.',
  vocabularyWords:
    'thesaurus, synonym, merge, rename, hierarchy, getty, aat, ulan, attribution, workshop, circle, follower, several terms, two styles, slash, separator, multiple, combination',
  searchTitle: 'Search and narrow down',
  searchText:
    'The field on the left of the Collection searches titles, files, labels, every column of the record and notes. Capitals and accents do not matter. Several words must all be there; put "words in quotes" that belong together.\n\n“Add a condition” narrows the works down without typing: by label, by what the picture suggests, by state, by date, by any column, by size. All conditions hold at once, and each can be taken away again.\n\nThe same can be typed: style:Baroque, year<1600, is:doubtful, not is:reviewed, no:genre, by:Ada, medium:oil. Press Enter, and it becomes a condition.',
  searchWords: 'find, filter, query, before, after, year, columns, conditions, chips',
  listsTitle: 'Keep a search as a list',
  listsText:
    'When the works are narrowed down, press “Save as a list” and give it a name, for example “doubtful, Baroque, before 1600, not reviewed”. The list stands on the left with the number of works that fit now; it follows every change.\n\nChoose a list to show, rename, move or delete it. Deleting a list changes no work. Lists are kept in the collection, for everybody who opens it.',
  listsWords: 'saved, smart list, album, bookmark, favourite, folder',
  sortTitle: 'Sort by what speaks for a label',
  sortText:
    '“Sort by” orders the works by title, file, date or size, or by anything that speaks for their label: the chance that it is right, what the picture says of the label and of the suggestion, the artist’s other works, the most similar works. The figure stands on each work. The arrow turns the order round.',
  sortWords: 'order, ranking, most doubtful, score, size, date',
  printTitle: 'Print a contact sheet',
  printText:
    'A contact sheet shows the works that are in view, or those that you have chosen, with title, file, label, suggestion and lines for notes. Choose paper and pictures in a row; the preview is what will be printed, and says how many pages there are.\n\n“Print” opens the print dialog of your system, where the sheet can also be kept as a PDF. At most 2,000 works are printed at once.',
  printWords: 'paper, pdf, proof, thumbnails, a4, letter, page',
  undoTitle: 'Take back and do again',
  undoText:
    'Ctrl+Z takes back the last change, whatever it was: a verdict, labels of a thousand works at once, a merged term. Press it again to go further back; there is no limit, and it works after a restart too. Ctrl+Shift+Z does it again.\n\nThe History screen tells every change as a sentence, with who and when. Nothing is ever overwritten: taking back is written down as well.',
  undoWords: 'undo, redo, mistake, revert, restore, history, trail, log, who',
  summaryTitle: 'What was done today',
  summaryText:
    'The summary tells for each day and reviewer how many labels were reviewed and corrected, and which corrections were most frequent. You find it on the Start screen, at the end of a review, and among the commands (Ctrl+K). What was taken back does not count.',
  summaryWords: 'statistics, progress, report, day, session, count, reviewer',
  overviewTitle: 'What to mend before learning',
  overviewText:
    'The Overview says what stands in the way of good learning: works without a label, terms with too few works, one term that outweighs all others, pictures that are blurred, dark, small or framed, and copies with different labels. Each line leads to its works. You need not mend all of it; begin with the first.',
  overviewWords: 'quality, problems, blurred, duplicates, copies, small, imbalance, missing',
  evaluateTitle: 'How good the app is, and where it fails',
  evaluateText:
    'Evaluate tells how often the model agrees with the labels when it has not seen them, with the range in which the true figure lies. The table of confusions shows which terms are taken for which; press a cell to see its works. Agreement is not truth: where labels are wrong, the model is right to disagree.\n\nRuns can be compared side by side, and a report can be kept as a file.',
  evaluateWords: 'accuracy, confusion, precision, recall, metrics, quality, trust, report, compare',
  findingsTitle: 'How many labels are wrong',
  findingsText:
    'Findings estimates how many labels of the collection are wrong, where they gather (a folder, an import, a cataloguer, an artist), and how many a further hour of review would find. A random sample of the rest, which you judge without seeing the suggestion, shows what the list misses.',
  findingsWords: 'estimate, errors, sample, audit, where, how many',
  recipesTitle: 'Recipes and networks',
  recipesText:
    'A recipe says how to learn: with which network, which parts of it learn, and for how long. The quick recipe is right for most collections. Others follow published systems, or are a file of your own.\n\nUnder Settings a data scientist can add another network as an ONNX file. What has been learned can be taken away as an ONNX file, too, with a card that says how it was made.',
  recipesWords: 'onnx, network, pretrained, advanced, efficientnet, resnet, data science, json, model card',
  exportTitle: 'Export the corrected table',
  exportText:
    'Export writes your table again: the same columns, order, encoding and separators, and only the cells whose label you have changed are different. A preview shows each of them. Your original table is not touched, unless you choose its name.\n\nA new table says in addition who decided what, and when.',
  exportWords: 'save, csv, excel, download, write, collection system, result',
  privacyTitle: 'What leaves this computer',
  privacyText:
    'Nothing. Your images, labels and decisions stay on this computer. The app works without internet, has no account and sends no statistics. Only if you add a network from an address does it fetch that one file.\n\nImages are opened for reading only. Everything the app writes is in the folder of the collection, which you can copy, move or delete as a whole; the images are not in it.',
  privacyWords: 'data protection, gdpr, cloud, internet, offline, security, upload, backup, where, folder, move',
  accessTitle: 'Keyboard, screen readers, large text',
  accessText:
    'Everything can be done with the keyboard. Tab moves between parts of a screen, arrows inside lists and grids, Escape closes what was opened. Ctrl+K finds any command by its name.\n\nScreen readers hear after each verdict what was done and which work comes next. The app follows light and dark, reduced motion and high contrast of your system, and can be enlarged to 200 % and more.',
  accessWords: 'accessibility, blind, zoom, contrast, dark mode, theme, aria, shortcuts, wcag',
  troubleTitle: 'If something does not work',
  troubleText:
    'A message says what went wrong and what to do. Work that was broken off by a power cut or a crash goes on at the next start; a decision that you have seen is never lost.\n\nIf images are missing, their drive may not be connected, or the folder was moved: import it again from its new place, and the works are recognised by their content. If learning stops because the graphics card fails, the processor goes on by itself.',
  troubleWords: 'error, problem, crash, missing images, moved, slow, graphics card, memory, lost, repair',
} as const
