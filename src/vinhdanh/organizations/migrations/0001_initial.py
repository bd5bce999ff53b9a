import django.db.models.deletion
import vinhdanh.organizations.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('head_name', models.CharField(max_length=100, verbose_name='chủ hộ')),
                ('folded_name', models.CharField(default='', editable=False, max_length=100)),
                ('name_order', vinhdanh.organizations.fields.NameOrderField(editable=False, max_length=160, of='head_name')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='địa chỉ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='không còn ở đây từ ngày')),
            ],
            options={
                'verbose_name': 'hộ gia đình',
                'ordering': ['unit__order', 'head_name'],
            },
        ),
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300, verbose_name='tên')),
                ('kind', models.CharField(choices=[('initiative', 'Sáng kiến'), ('research', 'Đề tài, đề án, công trình khoa học'), ('combat', 'Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu')], default='initiative', max_length=20, verbose_name='loại')),
                ('scope', models.CharField(choices=[('grassroots', 'Cơ sở'), ('province', 'Tỉnh'), ('national', 'Toàn quốc')], default='grassroots', max_length=20, verbose_name='phạm vi ảnh hưởng')),
                ('recognised_by', models.CharField(max_length=100, verbose_name='số văn bản công nhận')),
                ('recognised_on', models.DateField(verbose_name='ngày công nhận')),
            ],
            options={
                'verbose_name': 'sáng kiến',
                'ordering': ['-recognised_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('full_name', models.CharField(max_length=100, verbose_name='họ và tên')),
                ('folded_name', models.CharField(editable=False, max_length=100)),
                ('name_order', vinhdanh.organizations.fields.NameOrderField(editable=False, max_length=160, of='full_name')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='ngày sinh')),
                ('sex', models.CharField(blank=True, choices=[('female', 'Nữ'), ('male', 'Nam')], max_length=10, verbose_name='giới tính')),
                ('is_direct_worker', models.BooleanField(default=False, verbose_name='lao động trực tiếp')),
                ('group', models.CharField(blank=True, choices=[('official', 'Cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị'), ('worker', 'Công nhân, nông dân, người lao động khác'), ('armed', 'Quân đội, công an, dân quân thường trực, cơ động')], max_length=10, verbose_name='nhóm đối tượng')),
            ],
            options={
                'verbose_name': 'người',
                'verbose_name_plural': 'con người',
                'ordering': ['folded_name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='InitiativeAuthor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('share_percent', models.PositiveSmallIntegerField(default=100, verbose_name='tỷ lệ đóng góp (%)')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='organizations.initiative')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='organizations.person')),
            ],
            options={
                'verbose_name': 'tác giả sáng kiến',
                'ordering': ['-share_percent', 'id'],
            },
        ),
        migrations.AddField(
            model_name='initiative',
            name='authors',
            field=models.ManyToManyField(related_name='initiatives', through='organizations.InitiativeAuthor', to='organizations.person', verbose_name='tác giả'),
        ),
        migrations.CreateModel(
            name='Discipline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('khien-trach', 'Khiển trách'), ('canh-cao', 'Cảnh cáo'), ('ha-bac-luong', 'Hạ bậc lương'), ('giang-chuc', 'Giáng chức'), ('cach-chuc', 'Cách chức'), ('buoc-thoi-viec', 'Buộc thôi việc')], max_length=20, verbose_name='hình thức')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='hết thời hạn ngày')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disciplines', to='organizations.person')),
            ],
            options={
                'verbose_name': 'kỷ luật',
                'ordering': ['-since', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('individual', 'Cá nhân'), ('collective', 'Tập thể'), ('household', 'Hộ gia đình')], max_length=20, verbose_name='loại đối tượng')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('household', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recipient', to='organizations.household')),
                ('person', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recipient', to='organizations.person')),
            ],
            options={
                'verbose_name': 'đối tượng khen thưởng',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('discipline', 'Đang xem xét kỷ luật'), ('investigation', 'Đang điều tra'), ('inspection', 'Đang thanh tra, kiểm tra có dấu hiệu vi phạm'), ('complaint', 'Đang xác minh khiếu nại'), ('denunciation', 'Đang xác minh tố cáo'), ('press', 'Đang xác minh phản ánh của báo chí')], max_length=20, verbose_name='việc')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='ghi chú')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='organizations.recipient')),
            ],
            options={
                'verbose_name': 'việc đang xem xét',
                'ordering': ['-since', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(editable=False, max_length=200, unique=True, verbose_name='đường dẫn')),
                ('kind', models.CharField(choices=[('committee', 'Ủy ban nhân dân'), ('council', 'Hội đồng'), ('sector', 'Ngành'), ('association', 'Đoàn thể'), ('village', 'Thôn, tổ dân phố'), ('school', 'Trường học'), ('health', 'Y tế'), ('radio', 'Đài truyền thanh'), ('enterprise', 'Doanh nghiệp, hợp tác xã')], max_length=20, verbose_name='loại')),
                ('name', models.CharField(max_length=200, verbose_name='tên đơn vị')),
                ('short_name', models.CharField(blank=True, max_length=60, verbose_name='tên gọn')),
                ('place', models.CharField(blank=True, max_length=60, verbose_name='địa danh')),
                ('province', models.SlugField(blank=True, max_length=40, verbose_name='tỉnh')),
                ('takes_part', models.BooleanField(default=True, verbose_name='tham gia thi đua')),
                ('order', models.PositiveIntegerField(default=0, verbose_name='thứ tự')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='organizations.unit', verbose_name='cơ quan')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organizations.unit', verbose_name='đơn vị cấp trên')),
            ],
            options={
                'verbose_name': 'đơn vị',
                'verbose_name_plural': 'đơn vị',
                'ordering': ['order', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('superior_name', models.CharField(max_length=200, verbose_name='cơ quan cấp trên')),
                ('office_name', models.CharField(max_length=200, verbose_name='nơi nhận báo cáo')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisions', to='organizations.unit')),
                ('superior', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supervised', to='organizations.unit', verbose_name='cơ quan cấp trên trong hệ thống')),
            ],
            options={
                'verbose_name': 'quan hệ cấp trên',
                'ordering': ['body', 'valid_from'],
            },
        ),
        migrations.AddField(
            model_name='recipient',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recipients', to='organizations.unit'),
        ),
        migrations.AddField(
            model_name='recipient',
            name='unit',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recipient', to='organizations.unit'),
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=100, verbose_name='chức vụ')),
                ('is_leader', models.BooleanField(default=False, verbose_name='giữ chức vụ lãnh đạo, quản lý')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='organizations.person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='organizations.unit')),
            ],
            options={
                'verbose_name': 'chức vụ',
                'ordering': ['unit__order', 'id'],
            },
        ),
        migrations.AddField(
            model_name='person',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organizations.unit'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='organizations.unit'),
        ),
        migrations.AddField(
            model_name='household',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='organizations.unit', verbose_name='thôn'),
        ),
        migrations.CreateModel(
            name='UnitSuccession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('renamed', 'Đổi tên'), ('merged', 'Hợp nhất'), ('split', 'Chia, tách'), ('dissolved_into', 'Sáp nhập')], max_length=20, verbose_name='hình thức')),
                ('on', models.DateField(verbose_name='từ ngày')),
                ('basis', models.CharField(max_length=200, verbose_name='văn bản căn cứ')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continued_by', to='organizations.unit', verbose_name='đơn vị cũ')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continues', to='organizations.unit', verbose_name='đơn vị tiếp nối')),
            ],
            options={
                'verbose_name': 'kế thừa đơn vị',
                'ordering': ['on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='YearRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('completion', models.CharField(blank=True, choices=[('hoan-thanh-xuat-sac', 'Hoàn thành xuất sắc nhiệm vụ'), ('hoan-thanh-tot', 'Hoàn thành tốt nhiệm vụ'), ('hoan-thanh', 'Hoàn thành nhiệm vụ'), ('khong-hoan-thanh', 'Không hoàn thành nhiệm vụ')], max_length=20, verbose_name='mức độ hoàn thành nhiệm vụ')),
                ('absent_months', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True, verbose_name='số tháng nghỉ')),
                ('maternity_months', models.DecimalField(decimal_places=1, default=0, max_digits=3, verbose_name='trong đó nghỉ thai sản')),
                ('members', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tổng số thành viên')),
                ('members_completing', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số thành viên hoàn thành nhiệm vụ')),
                ('members_advanced', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số thành viên đạt Lao động tiên tiến')),
                ('members_exemplary', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số thành viên đạt Chiến sĩ thi đua cơ sở')),
                ('worst_discipline', models.CharField(blank=True, choices=[('none', 'Không có ai bị kỷ luật'), ('khien-trach', 'Khiển trách'), ('canh-cao', 'Cảnh cáo'), ('ha-bac-luong', 'Hạ bậc lương'), ('giang-chuc', 'Giáng chức'), ('cach-chuc', 'Cách chức'), ('buoc-thoi-viec', 'Buộc thôi việc')], max_length=20, verbose_name='hình thức kỷ luật nặng nhất của thành viên')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='years', to='organizations.recipient')),
            ],
            options={
                'verbose_name': 'số liệu năm',
                'ordering': ['recipient', '-year'],
            },
        ),
        migrations.AddConstraint(
            model_name='initiativeauthor',
            constraint=models.UniqueConstraint(fields=('initiative', 'person'), name='author_once'),
        ),
        migrations.AddConstraint(
            model_name='initiativeauthor',
            constraint=models.CheckConstraint(condition=models.Q(('share_percent__gte', 1), ('share_percent__lte', 100)), name='share_is_one_to_hundred'),
        ),
        migrations.AddConstraint(
            model_name='discipline',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='discipline_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='hold_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_from__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='unit_valid_to_after_from'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('body__isnull', True), ('parent__isnull', True)), models.Q(('body__isnull', False), ('parent__isnull', False)), _connector='OR'), name='unit_body_and_parent_together'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('body',), name='one_open_supervision'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='supervision_valid_to_after_from'),
        ),
        migrations.AddConstraint(
            model_name='supervision',
            constraint=models.CheckConstraint(condition=models.Q(('superior__isnull', True), models.Q(('superior', models.F('body')), _negated=True), _connector='OR'), name='nobody_is_its_own_superior'),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('household__isnull', True), ('kind', 'individual'), ('person__isnull', False), ('unit__isnull', True)), models.Q(('household__isnull', True), ('kind', 'collective'), ('person__isnull', True), ('unit__isnull', False)), models.Q(('household__isnull', False), ('kind', 'household'), ('person__isnull', True), ('unit__isnull', True)), _connector='OR'), name='recipient_is_exactly_one'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_from__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='position_valid_to_after_from'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['body', 'folded_name'], name='organizatio_body_id_292430_idx'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['body', 'name_order', 'id'], name='organizatio_body_id_d75488_idx'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(fields=('body', 'full_name', 'birth_date'), name='person_once_per_body'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(condition=models.Q(('birth_date__isnull', True)), fields=('body', 'full_name'), name='person_without_birth_date_once'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.UniqueConstraint(fields=('body', 'recognised_on', 'title'), name='initiative_once'),
        ),
        migrations.AddConstraint(
            model_name='household',
            constraint=models.UniqueConstraint(fields=('unit', 'head_name', 'address'), name='household_once_a_village'),
        ),
        migrations.AddConstraint(
            model_name='unitsuccession',
            constraint=models.UniqueConstraint(fields=('predecessor', 'successor'), name='succession_once'),
        ),
        migrations.AddConstraint(
            model_name='unitsuccession',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'split'), _negated=True), fields=('predecessor',), name='one_successor_or_a_split'),
        ),
        migrations.AddConstraint(
            model_name='unitsuccession',
            constraint=models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='no_unit_succeeds_itself'),
        ),
        migrations.AddConstraint(
            model_name='yearrecord',
            constraint=models.UniqueConstraint(fields=('recipient', 'year'), name='year_record_once'),
        ),
        migrations.AddConstraint(
            model_name='yearrecord',
            constraint=models.CheckConstraint(condition=models.Q(('absent_months__isnull', True), models.Q(('absent_months__gte', 0), ('absent_months__lte', 12)), _connector='OR'), name='absence_within_a_year'),
        ),
        migrations.AddConstraint(
            model_name='yearrecord',
            constraint=models.CheckConstraint(condition=models.Q(('maternity_months', 0), models.Q(('absent_months__gte', models.F('maternity_months')), ('absent_months__isnull', False), ('maternity_months__gt', 0)), _connector='OR'), name='maternity_is_part_of_absence'),
        ),
        migrations.AddConstraint(
            model_name='yearrecord',
            constraint=models.CheckConstraint(condition=models.Q(('members__isnull', True), models.Q(('members__gt', 0), models.Q(('members_completing__isnull', True), ('members_completing__lte', models.F('members')), _connector='OR'), models.Q(('members_advanced__isnull', True), ('members_advanced__lte', models.F('members')), _connector='OR'), models.Q(('members_exemplary__isnull', True), ('members_exemplary__lte', models.F('members')), _connector='OR')), _connector='OR'), name='counted_members_are_members'),
        ),
    ]
