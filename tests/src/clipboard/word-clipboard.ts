/** As Word 365 puts a selection on the clipboard, shortened only where it repeats itself. */
export const word = (fragment: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/wm/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:TrackRevisions/><w:PunctuationKerning/></w:WordDocument>
</xml><![endif]--><!--[if gte mso 9]><xml>
 <w:LatentStyles DefLockedState="false" LatentStyleCount="376"></w:LatentStyles>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋_GB2312; panose-1:2 1 6 9 3 1 1 1 1 1;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; text-align:justify; font-size:16.0pt;}
 /* List Definitions */
 @list l0 {mso-list-id:1280720415; mso-list-type:hybrid;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F06C; font-family:Wingdings;}
-->
</style>
<!--[if gte mso 10]><style> table.MsoNormalTable {mso-style-name:普通表格; font-size:10.5pt;} </style><![endif]-->
</head>
<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word;text-justify-trim:punctuation'>
<!--StartFragment-->
${fragment}
<!--EndFragment-->
</body>
</html>`

const item = (marker: string, text: string, list = 'l0 level1 lfo1') =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-char-indent-count:0;mso-list:${list}'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;mso-fareast-font-family:Wingdings;mso-bidi-font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span style='font-family:仿宋_GB2312'>${text}<span lang=EN-US><o:p></o:p></span></span></p>`

export const WORD_LISTS = word(
  [
    `<h1 style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>总体要求<span lang=EN-US><o:p></o:p></span></h1>`,
    `<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><b style='mso-bidi-font-weight:normal'><span style='font-family:黑体'>坚持</span></b><span style='font-family:仿宋_GB2312'>依法公开。</span></p>`,
    item('l', '以公开为常态'),
    item('l', '以不公开为例外'),
    item('Ø', '依法、及时', 'l0 level2 lfo1'),
    item('Ø', '准确', 'l0 level2 lfo1'),
    item('l', '便民'),
    `<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>`,
    item('3.', '第三项', 'l1 level1 lfo2'),
    item('4.', '第四项', 'l1 level1 lfo2'),
    item('（一）', '新建项目；', 'l3 level1 lfo4'),
    item('（二）', '改建项目。', 'l3 level1 lfo4'),
    item('①', '申请表', 'l4 level1 lfo5'),
    item('第一条', '为规范管理，制定本办法。', 'l5 level1 lfo6'),
  ].join('\n'),
)

const reference = (kind: 'ftn' | 'edn', number: number, mark: string) =>
  `<a style='mso-${kind === 'ftn' ? 'footnote' : 'endnote'}-id:${kind}${number}' href="#_${kind}${number}" name="_${kind}ref${number}" title=""><span class=MsoFootnoteReference><span lang=EN-US style='font-family:仿宋_GB2312'><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=EN-US style='font-size:16.0pt;mso-ansi-language:EN-US'>${mark}</span></span><![endif]></span></span></span></a>`

const note = (kind: 'ftn' | 'edn', number: number, mark: string, text: string) =>
  `<div style='mso-element:${kind === 'ftn' ? 'footnote' : 'endnote'}' id=${kind}${number}>
<p class=MsoFootnoteText><a style='mso-footnote-id:${kind}${number}' href="#_${kind}ref${number}" name="_${kind}${number}" title=""><span class=MsoFootnoteReference><span lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>${mark}</span><![endif]></span></span></span></a><span lang=EN-US> </span>${text}<span lang=EN-US><o:p></o:p></span></p>
</div>`

export const WORD_NOTES = word(
  `<p class=MsoNormal><span style='font-family:仿宋_GB2312'>常住人口${reference('ftn', 1, '[1]')}9.8万人，城镇化率${reference('ftn', 2, '[2]')}为41%${reference('edn', 1, '[i]')}。</span></p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%">
<![endif]>
${note('ftn', 1, '[1]', '以本市统计口径为准。')}
${note('ftn', 2, '[2]', '2025年年末数，<b>初步</b>统计。')}
</div>
<div style='mso-element:endnote-list'><![if !supportEndnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
${note('edn', 1, '[i]', '不含流动人口。')}
</div>`,
)

const cell = (text: string, attributes = '') =>
  `<td width=277 ${attributes} style='width:207.4pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal align=center style='text-align:center'><span style='font-family:仿宋_GB2312'>${text}</span></p></td>`

export const WORD_TABLE = word(
  `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>${cell('项目')}${cell('金额', 'colspan=2')}</tr></thead>
 <tr style='mso-yfti-irow:1'>${cell('收入', 'rowspan=2')}${cell('预算')}${cell('100')}</tr>
 <tr style='mso-yfti-irow:2'>${cell('决算')}${cell('98')}</tr>
 <tr style='mso-yfti-irow:3;mso-yfti-lastrow:yes'>${cell('说明')}
  <td width=277 colspan=2 valign=top style='width:207.4pt'><p class=MsoNormal>见下表</p>
   <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr>${cell('一季度')}${cell('25')}</tr></table>
   <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td></tr>
 <![if !supportMisalignedColumns]><tr height=0><td width=277 style='border:none'></td><td width=200 style='border:none'></td><td width=77 style='border:none'></td></tr><![endif]>
</table>`,
)

export const WORD_REVISIONS = word(
  `<p class=MsoNormal>应当<del cite="mailto:wm" datetime="2026-11-20T09:12"><span lang=EN-US>可以</span></del><ins cite="mailto:wm" datetime="2026-11-20T09:12">公开</ins><span style='display:none;mso-hide:all'>内部意见</span><span class=MsoCommentReference><span lang=EN-US style='font-size:10.5pt'><a style='mso-comment-reference:wm_1;mso-comment-date:20261120T0912'></a><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[wm1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>。</p>
<p class=MsoNormal>姓名：<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>金额</p>
<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="_x0000_i1025" type="#_x0000_t75" style='width:200pt'><v:imagedata src="file:///C:/Users/wm/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=267 height=134 src="file:///C:/Users/wm/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="_x0000_i1025"><![endif]></span></p>
<br clear=all style='mso-special-character:line-break;page-break-before:always'>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>请核对依据</p></div></div></div>`,
)
