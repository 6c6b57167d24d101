/**
 * What people choose first: well-known weak passwords, habits with pinyin, lucky numbers. Gathered by hand, not a
 * copy of a published list. Lower case; letters and digits only (marks are set aside before the comparison).
 */

const WORDS = `
password passw0rd pa55word passwort passwd pass pwd mypassword admin administrator root superuser sysadmin system
manager master user guest test tester testing demo default changeme change secret private public login logon signin
welcome welcome1 hello helloworld letmein letme trustno1 access security secure server oracle mysql database internet
computer windows office google apple android samsung huawei xiaomi tencent weixin wechat alipay taobao baidu alibaba
iloveyou loveyou lovely love forever baby angel princess sunshine flower summer winter spring autumn monday friday
january december happy lucky money freedom whatever nothing superman batman spiderman starwars pokemon naruto
dragon monkey tiger shadow killer hunter ranger buster soccer football baseball basketball hockey golf jordan
michael jennifer jessica daniel thomas charlie george robert william ashley nicole michelle anthony matthew andrew
cookie cheese chocolate pepper ginger orange banana cherry purple silver golden diamond mustang ferrari porsche
harley corvette yamaha mercedes qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx
1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1 abc abcd abc123 a1b2c3 a1b2c3d4 aa123456 a123456
123abc 123qwe qwe123 123321 654321 121212 123123 112233 102030 159753 147258 147258369 987654321 741852963 7758521
woaini woaini1314 woaini520 woaiwo woaiwojia woaizhongguo nihao nihaoma 520 1314 5201314 1314520 521 521521 52013
147369 168168 666888 888666 518518 168 88888888 wangyut2 zhongguo zhonghua beijing shanghai guangzhou shenzhen
chongqing tianjin chengdu wuhan nanjing hangzhou xian shequ juweihui jiedao xiaoqu wuye yewu wangge zhengfu
renmin fuwu huiyin shequ123 mima wodemima mimamima guanliyuan guanli yonghu laoshi xuesheng xiaoxue zhongxue daxue
baobao baobei laopo laogong mama baba gege jiejie didi meimei yeye nainai haizi shengri kuaile shengrikuaile
xingfu jiankang pingan facai gongxifacai wanshiruyi yilupingan xinnian chunjie zhongqiu guoqing
wangwei liwei
zhangwei lijun wangfang zhangmin lina liuyang wanglei zhangli chenjie xiaoming xiaohong xiaohua zhangsan lisi wangwu
`;

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  '!@#$%^&*()_+',
  '147258369',
];

export const COMMON_PASSWORDS: readonly string[] = WORDS.trim().split(/\s+/u);

/** Rows of keys and of the alphabet in both directions: any four neighbours or more count as one common piece. */
export const COMMON_RUNS: readonly string[] = RUNS.flatMap((run) => [run, [...run].toReversed().join('')]);
