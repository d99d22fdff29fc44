/** As WPS Office puts a selection on the clipboard. */
const wps = (
  fragment: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 14"><meta name="Originator" content="Microsoft Word 14"><title></title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>wm</o:Author></o:DocumentProperties></xml><![endif]--><style>
@font-face{font-family:"仿宋_GB2312";}
@list l0:level1{mso-level-number-format:decimal;mso-level-text:"%1.";}
p.MsoNormal{mso-style-name:正文;mso-style-parent:"";margin:0pt;}
</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;"><!--StartFragment-->
${fragment}
<!--EndFragment--></body></html>`

const run = (text: string) =>
  `<span style="mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:Calibri;font-size:16.0000pt;mso-font-kerning:1.0000pt;"><font face="仿宋_GB2312">${text}</font></span><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:16.0000pt;"><o:p></o:p></span>`

const item = (marker: string, text: string, list = 'l0 level1 lfo1') =>
  `<p class="MsoNormal" style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:${list};"><![if !supportLists]><span style="font-family:仿宋_GB2312;font-size:16.0000pt;"><span style='mso-list:Ignore;'>${marker}<span>&nbsp;</span></span></span><![endif]>${run(text)}</p>`

export const WPS_TEXT = wps(
  [
    `<p class="MsoNormal" align="center" style="text-align:center;"><b>${run('关于印发办法的通知')}</b></p>`,
    `<p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;">${run('现将有关事项')}<a style="mso-footnote-id:ftn0" href="#_ftn0" name="_ftnref0" title=""><span class="18"><span style="mso-spacerun:'yes';font-size:16.0000pt;"><![if !supportFootnotes]><span class="18"><span>[1]</span></span><![endif]></span></span></a>${run('通知如下：')}</p>`,
    item('1.', '及时公开'),
    item('2.', '准确公开'),
    item('（1）', '写明依据', 'l1 level1 lfo2'),
    `<table class="MsoTableGrid" border="1" cellspacing="0" style="border-collapse:collapse;width:426.1000pt;mso-table-layout-alt:fixed;"><tr style="height:21.0000pt;"><td width="284" valign="top" colspan="2" style="width:213.0500pt;border:1.0000pt solid windowtext;"><p class="MsoNormal">${run('收支')}</p></td></tr><tr><td width="142" valign="top"><p class="MsoNormal">${run('收入')}</p></td><td width="142" valign="top"><p class="MsoNormal">${run('100')}</p></td></tr></table>`,
    `<p class="MsoNormal">${run('&nbsp;')}</p>`,
    `<div style="mso-element:footnote-list;"><![if !supportFootnotes]><br clear="all"><hr align="left" size="1" width="33%"><![endif]><div style="mso-element:footnote;" id="ftn0"><p class="17"><a style="mso-footnote-id:ftn0" href="#_ftnref0" name="_ftn0" title=""><span class="18"><![if !supportFootnotes]><span class="18">[1]</span><![endif]></span></a>${run(' 自印发之日起施行。')}</p></div></div>`,
  ].join(''),
)
