import { wordSet } from './word-set.ts'

/** Given names and family names that tell where the border runs in names of three words and more. */

/** Given names that come in pairs without a hyphen («Juan Carlos», «Anna Maria», «Mehmet Ali»). Folded. */
export const PAIRED_GIVEN = wordSet(`
  maria jose juan luis carlos antonio manuel jesus francisco miguel angel pedro pablo rafael alejandro javier fernando jorge sergio
  alberto eduardo enrique ricardo roberto andres felipe daniel david diego gabriel guillermo gustavo hector hugo ignacio ivan jaime
  joaquin julian julio leonardo lorenzo marco marcos mario martin mateo matias mauricio nicolas oscar ramon raul ruben salvador santiago
  sebastian simon tomas victor vicente agustin alfonso alfredo armando arturo augusto camilo cesar cristian cristobal domingo emilio
  ernesto esteban eugenio fabian federico felix gonzalo gerardo gilberto humberto isaac ismael jacobo jeronimo josue leandro lucas marcelo
  maximiliano moises nelson omar orlando patricio ramiro rodolfo rodrigo rogelio samuel teodoro ulises valentin wilson xavier
  ana isabel carmen laura sofia paula lucia elena cristina marta beatriz teresa rosa pilar mercedes dolores josefa guadalupe alejandra
  andrea angela antonia barbara camila carla carolina catalina cecilia clara claudia daniela diana emilia esperanza eugenia eva fernanda
  gabriela gloria graciela ines irene jimena juana julia juliana leticia lorena lourdes luisa luz magdalena marcela margarita mariana martina
  mercedes micaela milagros monica natalia noelia norma nuria olga paola patricia raquel rebeca rocio sandra sara silvia soledad susana
  valentina valeria vanessa veronica victoria virginia viviana ximena yolanda consuelo concepcion angeles nieves sol belen paz
  joao paulo luiz luis henrique jose vitor pedro tiago thiago bruno caio davi guilherme gustavo murilo otavio renan vinicius antonio
  eduarda luiza heloisa helena beatriz leticia larissa lais aparecida conceicao fatima ines rita vitoria
  gian carlo paolo luca giovanni pietro piero franco luigi maria grazia chiara vittoria pia battista
  jean pierre paul marie claude francois michel louis philippe jacques luc marc yves noel christophe baptiste charles rene andre anne
  laure sophie claire france helene therese cecile
  hans peter karl heinz klaus jurgen dieter werner wolfgang georg friedrich wilhelm otto franz josef johann ernst rolf kurt gerd horst
  eva anna maria marie luise lena sophia sophie rosa katharina
  bengt erik lars per ole karl carl nils jan anders gunnar britt anne lise marit kari grete inger karin ann
  mehmet ali ahmet mustafa can emre mert efe yusuf kemal huseyin hasan ibrahim osman murat omer halil ismail ayse fatma zeynep nur elif
  hatice emine gul naz su ece deniz nil
  mary ann anne jo lou beth sue ellen jane lynn kate grace lee billy bobby jim john ray joe sarah betty peggy
  jan pieter maarten willem bjørn øyvind jørgen tor svein geir odd knut ulf sven leif arne stig hanne mette tone liv magnus johan gustav
`)

/** Of these people two family names are the rule. */
export const IBERIAN_GIVEN = wordSet(`
  juan jose luis carlos antonio manuel jesus francisco miguel pablo javier fernando jorge sergio eduardo enrique ricardo andres felipe
  diego guillermo gustavo ignacio jaime joaquin mateo matias mauricio ramon raul santiago agustin alfonso camilo cesar cristobal domingo
  emilio ernesto esteban gonzalo gerardo rodrigo rogelio pedro alvaro inigo iker xavi rosa pilar mercedes dolores guadalupe lucia beatriz teresa catalina
  esperanza fernanda graciela ines jimena juana lorena lourdes luisa luz marcela milagros noelia nuria raquel rocio soledad ximena
  yolanda sofia joao paulo luiz vitor tiago thiago caio vinicius goncalo duarte nuno rui
`)

/** Second halves of given names in English: «Mary Ann Smith», but «John Michael Smith» has a middle name. */
export const ENGLISH_PAIRS = wordSet(
  'mary+ann mary+anne mary+jo mary+lou mary+beth mary+kate mary+ellen mary+jane mary+grace mary+sue mary+lynn mary+pat sarah+jane sarah+jessica anna+lee anna+beth betty+jo betty+lou bobbie+jo billie+jo billy+bob billy+ray jim+bob john+paul lee+ann jo+ann jo+anne ruth+ann peggy+sue amy+jo tommy+lee bobby+joe ann+marie anne+marie rose+marie anna+marie lisa+marie',
)

/** Languages of `PAIRED_GIVEN` in which the middle word, when it is none of them, belongs to the family name. */
export const DOUBLE_FAMILY_FOLLOWS = wordSet(`
  garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez romero alonso
  gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz
  iglesias nunez medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz calvo gallego vidal leon marquez herrera pena flores
  cabrera campos vega fuentes carrasco diez caballero reyes nieto aguilar pascual santana herrero lorenzo montero hidalgo gimenez ibanez ferrer
  duran santiago benitez mora vicente vargas arias carmona crespo roman pastor soto saez velasco moya soler parra esteban bravo gallardo rojas
  salazar mendoza guzman espinosa rivera silva acosta chavez contreras cardenas cordero pacheco rios juarez bautista estrada figueroa maldonado
  valdez sandoval velazquez mejia avila rosales cervantes zamora trujillo escobar valencia miranda orozco zuniga quintero ochoa montoya zapata
  ferreira pereira oliveira souza sousa lima alves costa ribeiro rodrigues gomes martins araujo melo barbosa cardoso nascimento andrade moreira
  nunes marques machado mendes freitas almeida carvalho teixeira vieira monteiro moura cavalcanti correia correa dias rocha fernandes goncalves
  lopes pinto cunha azevedo barros batista borges castro coelho duarte faria farias fonseca henriques leite lobo magalhaes maia matos medeiros
  neves nogueira pires queiroz ramalho reis sales sampaio santana siqueira soares tavares torres vasconcelos viana xavier antunes amaral esteves
`)

/** Behind «María de(l)»: still the given name. */
export const DEVOTIONS = wordSet(
  'carmen pilar mar rosario angeles luz dolores mercedes jesus conceicao graca lourdes fatima socorro rocio ceu paz soledad valle consuelo guadalupe milagros nieves dios refugio camino amparo remedios concepcion aparecida penha gloria',
)

/** Given names of Russian and its neighbours, in Cyrillic and folded Latin: behind a family name they tell its order. */
export const SLAVIC_GIVEN = wordSet(`
  александр алексей анатолий андрей антон аркадий артем артём борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав
  геннадий георгий григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин лев леонид максим михаил никита николай олег павел
  петр пётр роман руслан семен семён сергей станислав степан тимофей тимур федор фёдор юрий ярослав александра алена алёна алина алла анастасия
  анна валентина валерия вера вероника виктория галина дарья евгения екатерина елена елизавета жанна зинаида зоя инна ирина кристина ксения лариса
  лидия любовь людмила маргарита марина мария надежда наталия наталья нина оксана ольга полина раиса светлана софия софья тамара татьяна ульяна юлия
  яна тарас богдан назар остап олександр сергій андрій дмитро михайло микола петро юрій оксана наталія олена ірина
  aleksandr alexander aleksei alexey alexei andrei andrey dmitry dmitri dmitrii sergey sergei vladimir mikhail nikolai nikolay pavel igor oleg ivan
  yuri yury evgeny anna maria elena olga tatiana natalia irina svetlana ekaterina anastasia marina ludmila galina
`)

/** Hungarian names are turned round only where both halves are known. */
export const HUNGARIAN_FAMILY = wordSet(`
  nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi torok feher
  balazs gal szucs kocsis fodor pinter szalai sipos magyar lukacs gulyas biro kiraly katona laszlo bogdan jakab sandor boros varadi fazekas
  kelemen orosz antal somogyi fulop veres budai hegedus deak papp pap balint illes szoke vörös voros vass bognar lengyel orban
`)
export const HUNGARIAN_GIVEN = wordSet(`
  laszlo istvan jozsef janos zoltan sandor gabor ferenc attila peter tamas zsolt tibor andras csaba imre lajos gyorgy balazs gyula mihaly karoly
  robert bela david daniel adam bence mate levente dominik kristof marton gergo gergely akos norbert mark krisztian viktor
  maria erzsebet katalin ilona eva anna zsuzsanna margit judit agnes julianna andrea ildiko erika krisztina monika edit gabriella
  szilvia anita viktoria marta timea magdolna boglarka reka zsofia nora dora eszter emese aniko orsolya tunde beata hajnalka lilla
`)

/** Romanised family names of East Asia: in front of a given name they tell the family comes first. */
export const KOREAN_FAMILY = wordSet(
  'kim lee yi rhee park pak bak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh o seo suh shin sin kwon hwang ahn an song yoo yu ryu hong jeon jun ko go moon mun son yang bae baek paik heo hur nam shim sim noh roh no ha joo ju min',
)
export const PINYIN_FAMILY = wordSet(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang xu deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan lu wang jin shi dai jia qiu xia fu hou zou xiong meng qin bai jiang yan xue lei lai shao mao xi',
)
export const JAPANESE_FAMILY = wordSet(
  'sato suzuki takahashi tanaka watanabe ito itoh yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto takeda murata ueno sugiyama masuda sugawara hirano kojima otsuka chiba kubo matsui iwasaki sakurai kinoshita noguchi matsuo nomura kikuchi sano onishi sugimoto arai',
)
export const VIETNAMESE_FAMILY = wordSet(
  'nguyen nguyễn tran trần le lê pham phạm hoang hoàng huynh huỳnh phan vu vũ vo võ dang đặng bui bùi do đỗ ho hồ ngo ngô duong dương ly lý dinh đinh truong trương lam lâm mai trinh trịnh dao đào doan đoàn cao ta tạ luong lương',
)
